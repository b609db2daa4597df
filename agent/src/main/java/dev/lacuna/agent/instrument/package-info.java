/** What the agent puts into the drivers' classes, and into Lacuna's own driver. */
@NullMarked
package dev.lacuna.agent.instrument;

import org.jspecify.annotations.NullMarked;
