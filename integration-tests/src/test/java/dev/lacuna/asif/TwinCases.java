package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.stream.Stream;

/** All cases of the twin test. */
final class TwinCases {

  private TwinCases() {}

  static List<TwinCase> all() {
    return Stream.of(
            SelectCases.all(),
            JoinCases.all(),
            NestedCases.all(),
            NameCases.all(),
            WriteCases.all(),
            MergeCases.all(),
            ManyRowsCases.all(),
            CopyCases.all(),
            DefaultCases.all(),
            ErrorCases.all(),
            JdbcCases.all(),
            PostgresTypeCases.all(),
            PostgresTableCases.all(),
            MySqlReadCases.all(),
            MySqlWriteCases.all(),
            MySqlJoinedWriteCases.all(),
            MySqlNameCases.all(),
            MySqlTypeCases.all(),
            MySqlTypes.all(),
            MySqlJdbcCases.all(),
            MySqlSetters.all(),
            MySqlOwnCases.all(),
            MariaDbCases.all())
        .flatMap(cases -> cases)
        .toList();
  }

  static Stream<TwinCase> of(Engine engine) {
    return all().stream().filter(each -> each.engines().contains(engine));
  }

  static Stream<TwinCase> of(Engine engine, Feature feature) {
    return of(engine).filter(each -> each.feature() == feature);
  }
}
