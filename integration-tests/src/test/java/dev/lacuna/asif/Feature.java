package dev.lacuna.asif;

/** What of SQL or JDBC a case is about; the names are those of {@code docs/semantics.md}. */
enum Feature {
  SELECT_LIST("Select list"),
  FILTER("Filters"),
  JOIN("Joins: inner, left, right, full, cross"),
  USING_AND_NATURAL("USING and NATURAL joins"),
  LATERAL("LATERAL"),
  GROUP_BY("GROUP BY, HAVING, aggregates"),
  ORDER_BY("ORDER BY"),
  DISTINCT("DISTINCT, DISTINCT ON"),
  WINDOW("Window functions"),
  SUBSELECT("Sub-selects"),
  CTE("Common table expressions"),
  SET_OPERATION("UNION, INTERSECT, EXCEPT"),
  STAR("Stars"),
  EXPRESSION("CASE, casts, JSON, arrays"),
  ALIAS("Aliases and alias column lists"),
  NAMES("Quoted and qualified names"),
  LOOKALIKE("No declared column meant: names that only look like one"),
  INSERT("INSERT"),
  UPSERT("ON CONFLICT, ON DUPLICATE KEY UPDATE, REPLACE"),
  UPDATE("UPDATE"),
  DELETE("DELETE"),
  MULTI_TABLE("UPDATE and DELETE of several tables"),
  MERGE("MERGE"),
  RETURNING("RETURNING"),
  GENERATED_KEYS("Generated keys"),
  BATCH("Batches"),
  PARAMETERS("Parameters of every type"),
  RESULT_SET("Result sets"),
  VIEW("Views"),
  INHERITANCE("Inherited tables"),
  PARTITION("Partitioned tables"),
  WHOLE_ROW("Whole rows"),
  COPY("COPY"),
  CREATE_AS("CREATE TABLE AS, SELECT INTO"),
  PREPARE("PREPARE, EXECUTE, cursors"),
  SEVERAL_STATEMENTS("Several statements in one string"),
  EXPLAIN("EXPLAIN"),
  LOCKING("FOR UPDATE, FOR SHARE, LOCK IN SHARE MODE"),
  PAGING("LIMIT, OFFSET, FETCH"),
  VALUES("VALUES lists"),
  COMMENT("Comments, hints, odd spacing"),
  HINT("Index hints, optimizer hints, partitions"),
  ESCAPE("JDBC escapes"),
  DEFAULT("Defaults of every type"),
  SEVERAL_COLUMNS("Several declared columns"),
  ERROR("Errors in the statement"),
  VALUE_CHECK("Values that the column would refuse");

  private final String title;

  Feature(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
