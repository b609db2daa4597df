package dev.lacuna.jdbc;

import dev.lacuna.engine.ServerErrors;
import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableKnowledge;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * What an error says by itself of whether a text was refused because a table had changed. What the
 * tables have may have changed again meanwhile, so that asking them does not tell.
 */
final class StaleSigns {

  private final ServerErrors errors;
  private final DeclaredColumns declared;
  private final TableKnowledge knowledge;

  /**
   * @param knowledge what the text was translated with
   */
  StaleSigns(ServerErrors errors, DeclaredColumns declared, TableKnowledge knowledge) {
    this.errors = errors;
    this.declared = declared;
    this.knowledge = knowledge;
  }

  /**
   * Whether it looks so.
   *
   * @param sql the application's text
   */
  boolean are(String sql, Translation translation, SQLException e) {
    if (errors.isStalePlan(e)) {
      return true;
    }
    String message = String.valueOf(e.getMessage());
    boolean rewritten = translation.isRewritten(sql);
    if (errors.isAmbiguousColumn(e)) {
      return rewritten && declared.columnNames().stream().anyMatch(message::contains);
    }
    if (errors.isColumnAsEscape(e)) {
      return rewritten && !names(sql, "ESCAPE");
    }
    return errors.isUndefinedColumn(e)
        && (namesDeclared(message) || (rewritten && namesOneOfOurs(message, sql)));
  }

  /** One that was not taken for missing: it has gone. */
  private boolean namesDeclared(String message) {
    return declared.columnNames().stream()
        .anyMatch(name -> message.contains(name) && !knowledge.knowsMissing(name));
  }

  /** One that the table had, and that the translation has named, not the application. */
  private boolean namesOneOfOurs(String message, String sql) {
    return message.contains("lacuna_t.")
        || knowledge.columnNames().stream()
            .anyMatch(name -> complainsOf(message, name) && !names(sql, name));
  }

  /** Messages have a column in quotes, or behind its table: {@code "nick"}, {@code users.nick}. */
  private static boolean complainsOf(String message, String column) {
    String name = Pattern.quote(column);
    return Pattern.compile("[^\\w\\s]" + name + "[^\\w\\s]|\\." + name + "(?!\\w)")
        .matcher(message)
        .find();
  }

  private static boolean names(String sql, String column) {
    return Pattern.compile(
            "(?<!\\w)" + Pattern.quote(column) + "(?!\\w)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(sql)
        .find();
  }
}
