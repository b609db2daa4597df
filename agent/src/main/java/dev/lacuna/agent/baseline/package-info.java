/** What is remembered across restarts: tables as they were, and every shape seen of each query. */
@NullMarked
package dev.lacuna.agent.baseline;

import org.jspecify.annotations.NullMarked;
