package dev.lacuna.jdbc;

/** What an execution returned that was right; JDBC has methods that return null. */
record Done<R>(R value) {}
