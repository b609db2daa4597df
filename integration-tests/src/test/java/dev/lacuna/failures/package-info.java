/**
 * When something breaks, an application sees through Lacuna what it sees through the plain driver,
 * and nothing leaks.
 */
@NullMarked
package dev.lacuna.failures;

import org.jspecify.annotations.NullMarked;
