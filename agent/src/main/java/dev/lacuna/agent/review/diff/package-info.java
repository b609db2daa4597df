/** Two plans beside each other: the nodes that belong together, and what is different. */
@NullMarked
package dev.lacuna.agent.review.diff;

import org.jspecify.annotations.NullMarked;
