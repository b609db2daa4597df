package dev.lacuna.agent.review.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as SQL text, for one engine. */
enum Identifiers {
  /** Quoted where that is needed, as {@code quote_ident} does. */
  POSTGRESQL("\"") {
    @Override
    boolean isBare(String name) {
      return PLAIN.matcher(name).matches() && !RESERVED.contains(name);
    }
  },
  /** Always quoted, as {@code SHOW CREATE TABLE} does: each version reserves more words. */
  MYSQL("`") {
    @Override
    boolean isBare(String name) {
      return false;
    }
  };

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  /** PostgreSQL 18 manual, appendix C: the reserved words, those for functions and types too. */
  private static final Set<String> RESERVED =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization binary both case cast
          check collate collation column concurrently constraint create cross current_catalog
          current_date current_role current_schema current_time current_timestamp current_user
          default deferrable desc distinct do else end except false fetch for foreign freeze from
          full grant group having ilike in initially inner intersect into is isnull join lateral
          leading left like limit localtime localtimestamp natural not notnull null offset on only
          or order outer overlaps placing primary references returning right select session_user
          similar some symmetric system_user table tablesample then to trailing true union unique
          user using variadic verbose when where window with"""
              .split("\\s+"));

  private final String quote;

  Identifiers(String quote) {
    this.quote = quote;
  }

  abstract boolean isBare(String name);

  /** One name. */
  String name(String name) {
    return isBare(name) ? name : quote + name.replace(quote, quote + quote) + quote;
  }

  /** {@code schema.table}; the last dot parts them. */
  String qualified(String table) {
    int dot = table.lastIndexOf('.');
    return dot < 0
        ? name(table)
        : name(table.substring(0, dot)) + "." + name(table.substring(dot + 1));
  }

  /** Names that commas part. */
  String list(String names) {
    return each(names, this::name);
  }

  /** The same, as one name: {@code region_tier}. */
  static String joined(String names) {
    return each(names, name -> name.toLowerCase(Locale.ROOT)).replace(", ", "_");
  }

  /** A string constant. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String each(String names, UnaryOperator<String> as) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .map(as)
        .collect(Collectors.joining(", "));
  }
}
