/**
 * As if: a statement on a database that lacks the declared columns, through Lacuna, answers what
 * its twin answers, which has them, through the plain driver.
 */
@NullMarked
package dev.lacuna.asif;

import org.jspecify.annotations.NullMarked;
