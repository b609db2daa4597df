/** Makes what docs/performance.md shows from the results of a run. */
@NullMarked
package dev.lacuna.benchmarks.report;

import org.jspecify.annotations.NullMarked;
