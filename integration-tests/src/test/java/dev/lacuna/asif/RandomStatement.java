package dev.lacuna.asif;

import java.util.List;

/**
 * A random statement.
 *
 * @param parameters one for each marker in it
 * @param written the tables that it may write, with the columns that both twins have, as queries;
 *     none where it only reads
 */
record RandomStatement(String sql, List<Object> parameters, List<String> written) {

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
