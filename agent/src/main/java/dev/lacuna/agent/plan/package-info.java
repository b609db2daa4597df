/** Plans of all engines in one model: a tree of nodes, its shape, and its form in JSON. */
@NullMarked
package dev.lacuna.agent.plan;

import org.jspecify.annotations.NullMarked;
