/** A Quarkus application with the versions that Quarkus brings. */
@NullMarked
package dev.lacuna.quarkus;

import org.jspecify.annotations.NullMarked;
