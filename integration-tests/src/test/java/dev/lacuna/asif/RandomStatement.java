package dev.lacuna.asif;

import java.util.List;

/**
 * A random statement.
 *
 * @param parameters one for each marker in it
 * @param content a query for the rows that it may have written, each behind its table's name; empty
 *     where it only reads
 */
record RandomStatement(String sql, List<Object> parameters, String content) {

  boolean onlyReads() {
    return content.isEmpty();
  }

  /** It as both twins are asked for it. */
  Call asCall() {
    Call.Binder binder =
        parameters.isEmpty()
            ? null
            : statement -> {
              for (int index = 1; index <= parameters.size(); index++) {
                statement.setObject(index, parameters.get(index - 1));
              }
            };
    return new Call.Sql(sql, binder);
  }
}
