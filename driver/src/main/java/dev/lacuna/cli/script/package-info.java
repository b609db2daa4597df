/** Migration files, read into the statements that a tool or a shell would send, in their order. */
@NullMarked
package dev.lacuna.cli.script;

import org.jspecify.annotations.NullMarked;
