package dev.lacuna.jdbc;

import java.sql.ResultSet;

/** A result with a star, completed by the columns that it lacks. */
public abstract class StarResultSet extends LacunaResultSet {

  private static final WrapperFactory<Source, ResultSet, StarResultSet> RESULT_SETS =
      new WrapperFactory<>(StarResultSet.class);

  record Source(LacunaWrapper origin, StarColumns columns, ResultSet companion) {}

  protected StarResultSet(Source source, ResultSet resultSet) {
    super(source.origin(), resultSet);
  }

  static StarResultSet wrap(Source source, ResultSet raw) {
    return RESULT_SETS.wrap(source, raw);
  }
}
