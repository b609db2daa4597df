package dev.lacuna.contract;

import java.util.List;

/** A way from the application to the server. */
enum Way {
  /** The driver itself: what the others are held against. */
  RAW(""),
  /** Through Lacuna, which has nothing to do. */
  WRAPPED(""),
  /** Through Lacuna; columns of the tables in use are declared, and the tables have them. */
  PRESENT("item.price decimal(10,2); item.note text; other.id int"),
  /** Through Lacuna; a column is declared that another table lacks. */
  MISSING("other.extra int");

  /** The agent alone, and both. */
  static final List<Way> UNDER_THE_AGENT = List.of(RAW, WRAPPED);

  private final String columns;

  Way(String columns) {
    this.columns = columns;
  }

  /** In the form of {@code lacuna.columns}; empty if nothing is declared. */
  String columns() {
    return columns;
  }
}
