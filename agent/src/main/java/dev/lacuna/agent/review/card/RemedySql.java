package dev.lacuna.agent.review.card;

/** Statements that help, in an engine's SQL. Tables are {@code schema.table}. */
interface RemedySql {

  /** Brings statistics and the like up to date. */
  String maintain(String table);

  /** Better statistics on a column, or on several that commas part. */
  String statistics(String table, String columns);

  /** An index on columns, made without stopping the table's traffic. */
  String index(String table, String columns);

  /** A query that prints the statement for an index like another one, with columns added. */
  String widened(String table, String index, String columns);

  /** A query for the table's indexes. */
  String indexes(String table);

  /** A query for the memory that a sort or a hash may use. */
  String memory();
}
