/** What Lacuna costs, measured. */
@NullMarked
package dev.lacuna.benchmarks;

import org.jspecify.annotations.NullMarked;
