/** The database engines, their versions and the facts about them. */
@NullMarked
package dev.lacuna.engine;

import org.jspecify.annotations.NullMarked;
