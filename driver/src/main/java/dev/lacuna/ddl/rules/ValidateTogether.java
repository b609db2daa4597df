package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.ValidateConstraint;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** NOT VALID and VALIDATE in one transaction. */
final class ValidateTogether implements Rule {

  private static final About ABOUT =
      new About(
          "validate-in-same-transaction",
          Severity.DANGEROUS,
          Set.of(Engine.POSTGRESQL),
          "NOT VALID and VALIDATE in one transaction",
          "VALIDATE by itself locks nobody out. In the transaction, or the statement, "
              + "that added the constraint, the strong lock of ADD CONSTRAINT is still held "
              + "while every row is read.",
          "All versions.",
          List.of("https://www.postgresql.org/docs/18/sql-altertable.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    boolean validates = subject.change() instanceof ValidateConstraint;
    boolean sameStatement = subject.ddl().changes().stream().anyMatch(ValidateTogether::isNotValid);
    boolean sameTransaction =
        subject.inTransaction()
            && subject.before().stream()
                .filter(
                    earlier ->
                        String.valueOf(earlier.table())
                            .equals(String.valueOf(subject.ddl().table())))
                .flatMap(earlier -> earlier.changes().stream())
                .anyMatch(ValidateTogether::isNotValid);
    return validates && (sameStatement || sameTransaction)
        ? subject.found(
            this,
            "the lock of ADD CONSTRAINT is held until the transaction ends, while "
                + subject.serverText()
                + " reads all of "
                + subject.tableText()
                + ".",
            "commit between the two.")
        : Optional.empty();
  }

  private static boolean isNotValid(Change change) {
    return change instanceof AddConstraint add && !add.constraint().validated();
  }
}
