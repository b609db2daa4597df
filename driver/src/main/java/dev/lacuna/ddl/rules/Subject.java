package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Facts;
import dev.lacuna.ddl.effect.Names;
import dev.lacuna.ddl.effect.Server;
import dev.lacuna.ddl.effect.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks at: one change of a statement, what it does, and what it does it to.
 *
 * @param change the change
 * @param effect what it would do by itself
 * @param whole what all changes of the statement do together
 * @param inTransaction whether the statement runs in a transaction that goes on behind it
 * @param before the statements before it in the same transaction or file
 */
public record Subject(
    Ddl ddl,
    Change change,
    Effect effect,
    Effect whole,
    Facts facts,
    boolean inTransaction,
    List<Ddl> before) {

  /** The server. */
  public Server server() {
    return facts.server();
  }

  /** Whether the server is PostgreSQL. */
  public boolean isPostgresql() {
    return server().isPostgresql();
  }

  /** Whether this is the statement's first change: what concerns the whole is said there. */
  public boolean isFirst() {
    return ddl.changes().get(0) == change;
  }

  /** The table as it is now; null where it cannot be looked at. */
  public @Nullable Table table() {
    return facts.table();
  }

  /** A name as SQL. */
  public String name(String name) {
    return Names.of(name, server().engine().dialect());
  }

  /** A table's or an index's name as SQL. */
  public String name(ObjectName name) {
    return Names.of(name, server().engine().dialect());
  }

  /** The table's name as SQL, as the statement has it. */
  public String tableSql() {
    ObjectName table = ddl.table();
    return table == null ? facts.tableOr(ObjectName.of("the_table")).name() : name(table);
  }

  /** The table's name without its schema, for the names of indexes and constraints. */
  public String tableName() {
    ObjectName table = ddl.table();
    return table == null ? "the_table" : table.name();
  }

  /**
   * The table for people, with its size where that is known: {@code orders (48 GB, 310 M rows)}.
   */
  public String tableText() {
    ObjectName named = ddl.table();
    Table table = facts.table();
    String name =
        named != null ? named.toString() : table == null ? "the table" : table.name().toString();
    return table == null ? name : name + " (" + Sizes.of(table.size()) + ")";
  }

  /** The server for people: {@code PostgreSQL 18}, {@code MySQL 9.7}. */
  public String serverText() {
    String version = server().label();
    return isPostgresql() ? version.substring(0, version.indexOf('.')) : shortened(version);
  }

  private static String shortened(String version) {
    int first = version.indexOf('.');
    int second = version.indexOf('.', first + 1);
    boolean patchMatters = version.startsWith("MySQL 8.0.") || second < 0;
    return patchMatters ? version : version.substring(0, second);
  }

  /** What happens to the table under which lock, and who waits how long. */
  public String costs(String verb) {
    return "%s %s %s%s; %s%s."
        .formatted(
            serverText(),
            verb,
            tableText(),
            Waiting.under(effect),
            Waiting.who(effect),
            duration());
  }

  /** The same with the verb that the effect has. */
  public String costs() {
    return costs(effect.rewrites() ? "rewrites" : "reads all of");
  }

  private String duration() {
    Estimate estimate = Estimate.of(effect, facts);
    return estimate == null || !effect.isLong() ? "" : ", " + about(estimate);
  }

  static String about(Estimate estimate) {
    return estimate.high() < 1 ? estimate.text() : "about " + estimate.text();
  }

  /** How much a change weighs whose work grows with the table: it depends on who waits. */
  public Severity weight() {
    return effect.stalls() ? Severity.DANGEROUS : Severity.CAUTION;
  }

  /** The same subject, looked at for all that the statement does. */
  public Subject together() {
    return new Subject(ddl, change, whole, whole, facts, inTransaction, before);
  }

  /** A finding of a rule. */
  public Optional<Finding> found(Rule rule, String why, String instead, String... sql) {
    return found(rule, rule.about().severity(), why, instead, sql);
  }

  /** The same with another severity. */
  public Optional<Finding> found(
      Rule rule, Severity severity, String why, String instead, String... sql) {
    String rest = isPart(sql) ? " The statement's other changes go into one of their own." : "";
    String advice = Backfill.advice(this, sql) + Triggers.advice(this, instead, sql);
    return Optional.of(
        new Finding(rule.id(), severity, why, instead + rest + advice, List.of(sql)));
  }

  /** Whether steps stand for one change of several only. */
  private boolean isPart(String... sql) {
    return ddl.changes().size() > 1
        && isPostgresql()
        && sql.length > 0
        && Arrays.stream(sql).noneMatch(step -> step.contains(ddl.sql()));
  }
}
