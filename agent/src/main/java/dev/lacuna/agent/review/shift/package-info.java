/** What the log says: a line is a shift of one query, read from JSON Lines. */
@NullMarked
package dev.lacuna.agent.review.shift;

import org.jspecify.annotations.NullMarked;
