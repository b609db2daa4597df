/** The plan-change log: its lines, their schema, and the file they are appended to. */
@NullMarked
package dev.lacuna.agent.log;

import org.jspecify.annotations.NullMarked;
