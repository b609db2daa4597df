/** The Java agent: its start inside the JVM, its command line, and their wiring. */
@NullMarked
package dev.lacuna.agent;

import org.jspecify.annotations.NullMarked;
