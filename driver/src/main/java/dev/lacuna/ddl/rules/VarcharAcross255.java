package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A VARCHAR grows across 255 bytes. */
final class VarcharAcross255 implements Rule {

  private static final About ABOUT =
      new About(
          "varchar-across-255-bytes",
          Severity.DANGEROUS,
          Set.of(Engine.MYSQL, Engine.MARIADB),
          "A VARCHAR grows across 255 bytes",
          "Up to 255 bytes one byte holds the length of a value, beyond it takes two: "
              + "every row changes, and the table is copied. In utf8mb4 a character counts "
              + "four bytes, so that the border is at 63 characters.",
          "All versions of MySQL. MariaDB is instant from 10.4 on where the column had "
              + "at most 127 bytes.",
          List.of("https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Optional<Finding> check(Subject subject) {
    if (!(subject.change() instanceof ModifyColumn modify)
        || subject.effect().algorithm() != Algorithm.COPY) {
      return Optional.empty();
    }
    Table table = subject.table();
    ColumnFacts before = table == null ? null : table.column(modify.from()).orElse(null);
    if (before == null || !before.type().is("varchar") || !modify.column().type().is("varchar")) {
      return Optional.empty();
    }
    int bytes = Math.max(1, before.bytesPerCharacter());
    int from = before.type().argument(0, 0) * bytes;
    int to = modify.column().type().argument(0, 0) * bytes;
    return from <= 255 && to > 255
        ? subject.found(
            this,
            subject.weight(),
            modify.from() + " grows from " + from + " to " + to + " bytes: " + subject.costs(),
            "stay within " + 255 / bytes + " characters, or add a new column and move the values.")
        : Optional.empty();
  }
}
