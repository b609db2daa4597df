package dev.lacuna.rewrite;

/**
 * A text to be sent in place of the application's.
 *
 * @param sql the text
 * @param parameters where its parameters come from
 */
public record RewrittenSql(String sql, ParameterMap parameters) {}
