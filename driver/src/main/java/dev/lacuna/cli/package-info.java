/** The command line: judges migration files without running them. */
@NullMarked
package dev.lacuna.cli;

import org.jspecify.annotations.NullMarked;
