package dev.lacuna.ddl.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's type, in the one spelling in which the servers' catalogs have it.
 *
 * @param name in lower case, without its arguments: {@code character varying}, {@code bigint}
 *     (PostgreSQL), {@code varchar}, {@code int unsigned} (MySQL)
 * @param arguments what stands in its parentheses
 * @param array whether it is an array
 */
public record SqlType(String name, List<String> arguments, boolean array) {

  // PostgreSQL 18 manual, chapter 8, table 8.1 "Data Types": aliases.
  private static final Map<String, String> POSTGRESQL =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("serial", "integer"),
          Map.entry("serial4", "integer"),
          Map.entry("bigserial", "bigint"),
          Map.entry("serial8", "bigint"),
          Map.entry("smallserial", "smallint"),
          Map.entry("serial2", "smallint"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("bool", "boolean"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("float4", "real"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("time", "time without time zone"));

  // MySQL 9.7 Reference Manual, 13.1.1 "Numeric Data Type Syntax" and 13.9 "Using Data Types from
  // Other Database Engines".
  private static final Map<String, String> MYSQL =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("int4", "int"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("int1", "tinyint"),
          Map.entry("bool", "tinyint"),
          Map.entry("boolean", "tinyint"),
          Map.entry("dec", "decimal"),
          Map.entry("numeric", "decimal"),
          Map.entry("fixed", "decimal"),
          Map.entry("character varying", "varchar"),
          Map.entry("character", "char"),
          Map.entry("double precision", "double"),
          Map.entry("real", "double"),
          Map.entry("serial", "bigint unsigned"));

  private static final Pattern GROUP = Pattern.compile("\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");

  /** Copies the arguments. */
  public SqlType {
    arguments = List.copyOf(arguments);
  }

  /** A PostgreSQL type, as a statement or {@code format_type} writes it. */
  public static SqlType postgresql(String written) {
    return of(written, POSTGRESQL);
  }

  /** A MySQL or MariaDB type, as a statement or {@code COLUMN_TYPE} writes it. */
  public static SqlType mysql(String written) {
    return of(written, MYSQL);
  }

  private static SqlType of(String written, Map<String, String> aliases) {
    String text = written.strip().replaceAll("\\s+", " ");
    boolean array = text.contains("[") || text.toLowerCase(Locale.ROOT).endsWith(" array");
    String scalar = text.replaceAll("(?i)\\s*\\[[^]]*]|\\s+array$", "");
    Matcher group = GROUP.matcher(scalar);
    List<String> arguments = new ArrayList<>();
    if (group.find()) {
      for (String argument : group.group(1).split(",", -1)) {
        arguments.add(argument.strip());
      }
      scalar = scalar.substring(0, group.start()) + " " + scalar.substring(group.end());
    }
    String name = scalar.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return new SqlType(canonical(name, aliases), arguments, array);
  }

  private static String canonical(String name, Map<String, String> aliases) {
    String plain = name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    String whole = aliases.get(plain);
    if (whole != null) {
      return whole;
    }
    int blank = plain.indexOf(' ');
    String first = blank < 0 ? plain : plain.substring(0, blank);
    boolean modifier =
        blank > 0 && plain.substring(blank).matches("( unsigned| zerofill| signed)+");
    String known = modifier ? aliases.getOrDefault(first, first) : plain;
    return modifier ? (known + plain.substring(blank)).replace(" signed", "") : known;
  }

  /** The argument of that number as a whole number, or the other where there is none. */
  public int argument(int index, int otherwise) {
    if (index >= arguments.size() || !arguments.get(index).matches("-?\\d{1,9}")) {
      return otherwise;
    }
    return Integer.parseInt(arguments.get(index));
  }

  /** Whether it has one of these names. */
  public boolean is(String... names) {
    return List.of(names).contains(name);
  }

  @Override
  public String toString() {
    String group = arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")";
    return name + group + (array ? "[]" : "");
  }
}
