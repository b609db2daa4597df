/** The options, in one table, and the errors that a bad one makes. */
@NullMarked
package dev.lacuna.config;

import org.jspecify.annotations.NullMarked;
