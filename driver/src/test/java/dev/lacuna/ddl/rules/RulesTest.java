package dev.lacuna.ddl.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule speaks where it should, with the right weight, and keeps quiet where it should not.
 */
class RulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
            PostgresRuleCases.columns(),
            PostgresRuleCases.constraints(),
            PostgresRuleCases.indexes(),
            PostgresRuleCases.tables(),
            PostgresRuleCases.types(),
            MysqlRuleCases.columns(),
            MysqlRuleCases.tables(),
            MysqlRuleCases.types())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rule_findsWhatItIsAbout(RuleCase given) {
    List<Finding> findings =
        given.orders().judge(given.script()).findings().stream()
            .filter(finding -> finding.rule().equals(given.rule()))
            .toList();

    if (given.severity() == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings)
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.severity()).isEqualTo(given.severity());
                assertThat(finding.why()).endsWith(".").doesNotContain("null");
                assertThat(finding.instead()).endsWith(".");
                assertThat(finding.sql()).noneMatch(sql -> sql.contains("null,"));
              });
    }
  }

  @Test
  void everyRule_hasACaseWhereItSpeaksAndOneWhereItDoesNot() {
    assertThat(tried(true)).isEqualTo(new TreeSet<>(Rules.ids()));
    assertThat(tried(false)).isEqualTo(new TreeSet<>(Rules.ids()));
  }

  private static Set<String> tried(boolean speaks) {
    return cases()
        .filter(given -> (given.severity() != null) == speaks)
        .map(RuleCase::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void ids_areUniqueAndFitForAComment() {
    assertThat(Rules.all().stream().map(Rule::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }
}
