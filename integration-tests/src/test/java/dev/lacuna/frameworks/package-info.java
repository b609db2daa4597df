/**
 * What stands between applications and JDBC, on PostgreSQL and MySQL, on tables that lack a column.
 */
@NullMarked
package dev.lacuna.frameworks;

import org.jspecify.annotations.NullMarked;
