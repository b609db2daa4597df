/**
 * The rules by which a DDL statement is judged: one class a rule, with its id, its test and its
 * page in docs/rules.
 */
@NullMarked
package dev.lacuna.ddl.rules;

import org.jspecify.annotations.NullMarked;
