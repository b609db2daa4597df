package dev.lacuna.ddl.rules;

import java.util.List;

/**
 * What a rule says of a statement.
 *
 * @param rule the rule's id
 * @param why what happens on this server and to this table, in one sentence or two
 * @param instead the safer way in words; empty where there is none
 * @param sql the same as statements, ready to paste; may hold comments
 */
public record Finding(
    String rule, Severity severity, String why, String instead, List<String> sql) {

  /** Copies the list. */
  public Finding {
    sql = List.copyOf(sql);
  }
}
