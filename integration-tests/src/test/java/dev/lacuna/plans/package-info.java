/**
 * The agent on a real JVM, with the real drivers, against real servers: what it logs is held
 * against the server's own EXPLAIN.
 */
@NullMarked
package dev.lacuna.plans;

import org.jspecify.annotations.NullMarked;
