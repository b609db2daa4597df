package dev.lacuna.benchmarks.server;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of the column that a statement mentions. */
enum Column {
  /** Nobody declared it, and the table has it. */
  UNDECLARED("", "city", "city"),
  /** It is declared, and the table has it. */
  PRESENT("desk.city varchar(40); desk_log.city varchar(40); desk.price int", "city", "city"),
  /** It is declared, and the table lacks it; the plain statement has one that is there. */
  ABSENT(Column.MISSING, "nickname", "city"),
  /** The same, beside a plain statement that does without. */
  ABSENT_LEFT_OUT(Column.MISSING, "nickname", null);

  private static final String MISSING =
      "desk.nickname varchar(40); desk_log.nickname varchar(40); desk.level int not null default 1";

  private final String declared;
  private final String mentioned;
  private final @Nullable String plain;

  Column(String declared, String mentioned, @Nullable String plain) {
    this.declared = declared;
    this.mentioned = mentioned;
    this.plain = plain;
  }

  /** For {@code lacuna.columns}. */
  String declared() {
    return declared;
  }

  /** The column's name. */
  String mentioned() {
    return mentioned;
  }

  /** What the plain statement mentions in its place; null for nothing. */
  @Nullable String plain() {
    return plain;
  }

  /** For a person. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace("_", ", ").replace("left, out", "left out");
  }
}
