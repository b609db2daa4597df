/** The demo: an order desk whose code is ahead of its database. */
@NullMarked
package dev.lacuna.demo;

import org.jspecify.annotations.NullMarked;
