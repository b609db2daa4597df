package dev.lacuna.asif;

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
            DefaultCases.all(),
            ErrorCases.all(),
            JdbcCases.all())
        .flatMap(cases -> cases)
        .toList();
  }

  static Stream<TwinCase> of(Feature feature) {
    return all().stream().filter(each -> each.feature() == feature);
  }
}
