/**
 * What the application runs: one query a fingerprint, with its calls, its times, its call site and
 * a few of its values, which stay in memory.
 */
@NullMarked
package dev.lacuna.agent.observe;

import org.jspecify.annotations.NullMarked;
