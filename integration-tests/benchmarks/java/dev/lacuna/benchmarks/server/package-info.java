/** The same work through the plain driver and through Lacuna, in turns, on a real server. */
@NullMarked
package dev.lacuna.benchmarks.server;

import org.jspecify.annotations.NullMarked;
