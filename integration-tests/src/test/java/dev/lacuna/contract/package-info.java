/**
 * The JDBC contract: what an application does with JDBC, run raw and in each way through Lacuna; a
 * difference in what it sees fails.
 */
@NullMarked
package dev.lacuna.contract;

import org.jspecify.annotations.NullMarked;
