package dev.lacuna.asif;

import java.util.List;
import java.util.stream.Stream;

/** A case for every declared column of {@code widgets} on MySQL and MariaDB. */
final class MySqlTypes {

  private static final List<String> NUMBERS =
      List.of(
          "flag",
          "tiny",
          "utiny",
          "small",
          "usmall",
          "med",
          "umed",
          "stock",
          "ustock",
          "serial_no",
          "userial",
          "price",
          "uprice",
          "whole",
          "weight",
          "ratio",
          "answer");

  private static final List<String> TEXTS =
      List.of(
          "code", "label", "latin", "exact", "ttext", "body", "mtext", "ltext", "bin", "raw",
          "tblob", "blb", "mblob", "lblob", "meta", "feeling", "options", "shout", "nothing");

  private static final List<String> TIMES =
      List.of("since", "alarm", "alarm3", "made", "made6", "sold", "sold3", "vintage");

  private MySqlTypes() {}

  static Stream<TwinCase> all() {
    return TwinCase.concat(
        DefaultCases.everyOf(Engines.MYSQL_FAMILY, NUMBERS),
        DefaultCases.everyOf(Engines.MYSQL_FAMILY, TEXTS),
        DefaultCases.everyOf(Engines.MYSQL_FAMILY, TIMES),
        DefaultCases.everyOf(Engines.MYSQL, List.of("active", "bits", "place")),
        DefaultCases.everyOf(Engines.MARIADB, List.of("token", "ip", "ip4")));
  }
}
