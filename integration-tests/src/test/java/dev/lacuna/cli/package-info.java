/** The tests of the command line that need a server or other tools. */
@NullMarked
package dev.lacuna.cli;

import org.jspecify.annotations.NullMarked;
