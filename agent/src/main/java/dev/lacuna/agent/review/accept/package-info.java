/** The shifts that somebody has reviewed and accepted: a small file fit for version control. */
@NullMarked
package dev.lacuna.agent.review.accept;

import org.jspecify.annotations.NullMarked;
