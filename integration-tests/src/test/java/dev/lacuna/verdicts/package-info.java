/** What Lacuna says of a DDL statement, held against what the server really does. */
@NullMarked
package dev.lacuna.verdicts;

import org.jspecify.annotations.NullMarked;
