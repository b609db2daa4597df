/** The command line of the review: what its commands take, and how they end. */
@NullMarked
package dev.lacuna.agent.review;

import org.jspecify.annotations.NullMarked;
