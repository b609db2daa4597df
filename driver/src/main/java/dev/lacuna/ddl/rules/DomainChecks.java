package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Facts.Domain;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Writes what a domain checks as constraints of a table, which need no long lock. */
final class DomainChecks {

  private DomainChecks() {}

  /** The checks for a column, not valid yet: they hold for what is written from now on. */
  static List<String> notValid(Subject subject, String column, Domain domain) {
    List<String> conditions = new ArrayList<>();
    for (String check : domain.checks()) {
      conditions.add(on(subject.name(column), check));
    }
    return conditions.isEmpty()
        ? List.of()
        : List.of(
            "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s) NOT VALID"
                .formatted(
                    subject.tableSql(), name(subject, column), String.join(" AND ", conditions)));
  }

  /** The same made valid, when the rows have their values; and NOT NULL. */
  static List<String> validated(Subject subject, String column, Domain domain) {
    List<String> steps = new ArrayList<>();
    if (!domain.checks().isEmpty()) {
      steps.add(
          "ALTER TABLE %s VALIDATE CONSTRAINT %s"
              .formatted(subject.tableSql(), name(subject, column)));
    }
    if (domain.notNull()) {
      steps.addAll(List.of(Steps.notNull(subject, column)));
    }
    return steps;
  }

  private static String name(Subject subject, String column) {
    return subject.name(subject.tableName() + "_" + column + "_check");
  }

  /** A domain's condition, about a column instead of {@code VALUE}. */
  private static String on(String column, String check) {
    Tokens tokens = Tokens.of(check, Dialect.POSTGRESQL);
    StringBuilder text = new StringBuilder(check);
    for (int i = tokens.count() - 1; i >= 0; i--) {
      if (tokens.is(i, TokenKind.WORD) && tokens.is(i, "VALUE")) {
        text.replace(tokens.start(i), tokens.end(i), column);
      }
    }
    return text.toString();
  }
}
