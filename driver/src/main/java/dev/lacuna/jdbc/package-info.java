/**
 * The wrappers of Connection, Statement, PreparedStatement and ResultSet. Only the methods that
 * differ are written by hand.
 */
@NullMarked
package dev.lacuna.jdbc;

import org.jspecify.annotations.NullMarked;
