package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.effect.Facts.Domain;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new column of a domain that has constraints. */
final class AddColumnDomain implements Rule {

  private static final About ABOUT =
      new About(
          "add-column-constrained-domain",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "A new column of a domain that has constraints",
          "The constraints have to be checked for the value of every row, even where "
              + "that is NULL, and PostgreSQL writes the table anew to do so.",
          "Tried on 10 to 18. Whether a type is such a domain is known from the server " + "only.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof AddColumn add)) {
      return Optional.empty();
    }
    Domain domain = subject.facts().domains().get(add.column().type().name());
    if (domain == null || !domain.isConstrained() || !subject.effect().rewrites()) {
      return Optional.empty();
    }
    return subject.found(
        this,
        subject.costs(),
        "give the column the domain's base type, and the table the domain's checks as NOT VALID; validate them.",
        Columns.ofBaseType(subject, add.column(), domain));
  }
}
