package dev.lacuna.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or view named in a statement; names of CTEs and functions are none.
 *
 * @param block the block in whose scope it stands
 * @param role whether its rows are read or changed
 * @param name the tokens of its name, schema and dots included
 * @param relation the name with PostgreSQL's {@code ONLY} before and {@code *} behind it, or with
 *     MySQL's {@code PARTITION (…)} where that stands before the alias
 * @param path the parts of its name, normalised, on MySQL as written but for quotes; the last is
 *     the table's own
 * @param alias the token of its alias, or −1
 * @param columnAliases whether the alias renames the columns: {@code users u(a, b)}
 * @param sample what belongs to it and stands behind its alias: {@code TABLESAMPLE}; MySQL's hints,
 *     {@code USE INDEX (a) IGNORE INDEX (b)}, and a late {@code PARTITION (…)}
 */
public record TableReference(
    int block,
    Role role,
    Range name,
    Range relation,
    List<String> path,
    int alias,
    boolean columnAliases,
    @Nullable Range sample) {

  /** What a statement does with the rows of a table that it names. */
  public enum Role {
    /** It reads them: the table stands in a {@code FROM} or {@code USING}. */
    READ,
    /** It changes them. */
    TARGET
  }

  /** The table's own name, in the form of {@link #path()}. */
  public String table() {
    return path.get(path.size() - 1);
  }

  /** The name by which the rest of the statement refers to it, normalised. */
  public String exposedName(Tokens tokens) {
    return tokens.identifier(alias < 0 ? name.to() - 1 : alias);
  }

  /** The same name as labels show it: see {@link Tokens#spelling}. */
  public String exposedSpelling(Tokens tokens) {
    return tokens.spelling(alias < 0 ? name.to() - 1 : alias);
  }

  /** The same as a table whose rows are changed. */
  TableReference asTarget() {
    return new TableReference(
        block, Role.TARGET, name, relation, path, alias, columnAliases, sample);
  }
}
