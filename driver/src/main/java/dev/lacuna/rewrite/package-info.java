/** SQL text in; text, parameter map and result shape out; and the cache of them. */
@NullMarked
package dev.lacuna.rewrite;

import org.jspecify.annotations.NullMarked;
