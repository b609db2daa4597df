/** Two plans of one query: what has shifted, and how much it matters. */
@NullMarked
package dev.lacuna.agent.compare;

import org.jspecify.annotations.NullMarked;
