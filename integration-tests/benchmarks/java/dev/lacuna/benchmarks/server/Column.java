package dev.lacuna.benchmarks.server;

/** What is known of the column that a statement mentions. */
enum Column {
  /** Nobody declared it, and the table has it. */
  UNDECLARED("", "city"),
  /** It is declared, and the table has it. */
  PRESENT("desk.city varchar(40); desk_log.city varchar(40); desk.price int", "city"),
  /** It is declared, and the table lacks it. The plain statement is the one without it. */
  ABSENT(
      "desk.nickname varchar(40); desk_log.nickname varchar(40); desk.level int not null default 1",
      "nickname");

  private final String declared;
  private final String mentioned;

  Column(String declared, String mentioned) {
    this.declared = declared;
    this.mentioned = mentioned;
  }

  /** For {@code lacuna.columns}. */
  String declared() {
    return declared;
  }

  /** Whether a plain statement has to do without the column. */
  boolean isAbsent() {
    return this == ABSENT;
  }

  /** The column's name. */
  String mentioned() {
    return mentioned;
  }
}
