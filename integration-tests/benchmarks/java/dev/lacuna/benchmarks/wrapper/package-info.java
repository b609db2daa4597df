/** Lacuna beside its peers, over a driver that costs nothing. */
@NullMarked
package dev.lacuna.benchmarks.wrapper;

import org.jspecify.annotations.NullMarked;
