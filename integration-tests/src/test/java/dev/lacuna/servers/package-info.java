/** The database servers that the tests run on. */
@NullMarked
package dev.lacuna.servers;

import org.jspecify.annotations.NullMarked;
