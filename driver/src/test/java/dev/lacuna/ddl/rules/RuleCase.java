package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.Orders;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of the last statement of a script.
 *
 * @param severity null where it has nothing to say
 */
record RuleCase(String rule, Orders orders, String script, @Nullable Severity severity) {

  static RuleCase dangerous(String rule, Orders orders, String script) {
    return new RuleCase(rule, orders, script, Severity.DANGEROUS);
  }

  static RuleCase caution(String rule, Orders orders, String script) {
    return new RuleCase(rule, orders, script, Severity.CAUTION);
  }

  static RuleCase advice(String rule, Orders orders, String script) {
    return new RuleCase(rule, orders, script, Severity.INFO);
  }

  static RuleCase silent(String rule, Orders orders, String script) {
    return new RuleCase(rule, orders, script, null);
  }

  @Override
  public String toString() {
    return rule + ": " + orders.server().label() + ": " + script;
  }
}
