/** A driver without a server: real classes whose methods do next to nothing. */
@NullMarked
package dev.lacuna.benchmarks.stub;

import org.jspecify.annotations.NullMarked;
