package dev.lacuna.docs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement on a page, and what stands behind it: lines that are comments to SQL, first what it
 * is asked with, then what it answers.
 *
 * @param parameters as they are bound; none for a statement that is not prepared
 * @param keys the generated keys that are asked for
 * @param asked the lines of the statement and of what it is asked with
 */
record Example(String sql, List<Object> parameters, List<String> keys, String asked) {

  private static final String PARAMETERS = "-- ? is ";
  private static final String KEYS = "-- generated keys: ";
  private static final Pattern STATEMENT =
      Pattern.compile("^(?!--)((?s).*?);\\n((?:-- .*\\n)*)", Pattern.MULTILINE);

  static List<Example> of(String block) {
    List<Example> examples = new ArrayList<>();
    Matcher matcher = STATEMENT.matcher(block);
    while (matcher.find()) {
      examples.add(of(matcher.group(1), matcher.group(2)));
    }
    return examples;
  }

  private static Example of(String sql, String comments) {
    List<Object> parameters = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    StringBuilder asked = new StringBuilder(sql).append(";\n");
    for (String line : comments.lines().toList()) {
      if (line.startsWith(PARAMETERS)) {
        parts(line, PARAMETERS).forEach(text -> parameters.add(value(text)));
        asked.append(line).append('\n');
      } else if (line.startsWith(KEYS)) {
        keys.addAll(parts(line, KEYS));
        asked.append(line).append('\n');
      }
    }
    return new Example(sql, parameters, keys, asked.toString());
  }

  private static List<String> parts(String line, String head) {
    return List.of(line.substring(head.length()).split(", ", -1));
  }

  private static Object value(String text) {
    return text.startsWith("'") ? text.replace("'", "") : Integer.valueOf(text);
  }

  /** The lines of what it answers. A failure is rolled back, so that another may follow. */
  String answer(Connection connection) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      return lines(run(connection));
    } catch (SQLException e) {
      connection.rollback(before);
      return lines(
          List.of(
              "error "
                  + e.getSQLState()
                  + ": "
                  + String.valueOf(e.getMessage()).replaceAll("\\n.*", "")));
    }
  }

  private static String lines(List<String> answer) {
    return answer.stream().map(line -> "-- " + line + "\n").collect(Collectors.joining());
  }

  private List<String> run(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        keys.isEmpty()
            ? connection.prepareStatement(sql)
            : connection.prepareStatement(sql, keys.toArray(String[]::new))) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      if (statement.execute()) {
        return rows(statement.getResultSet());
      }
      List<String> answer = new ArrayList<>();
      int count = statement.getUpdateCount();
      answer.add(count == 1 ? "1 row" : count + " rows");
      if (!keys.isEmpty()) {
        answer.addAll(rows(statement.getGeneratedKeys()));
      }
      return answer;
    }
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    int columns = result.getMetaData().getColumnCount();
    List<List<String>> table = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      labels.add(result.getMetaData().getColumnLabel(i));
    }
    table.add(labels);
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(String.valueOf(result.getString(i)));
      }
      table.add(row);
    }
    return table.size() == 1 ? List.of("no row") : aligned(table);
  }

  private static List<String> aligned(List<List<String>> table) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : table) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = table.stream().mapToInt(other -> other.get(column).length()).max().orElse(1);
        cells.add(String.format(Locale.ROOT, "%-" + width + "s", row.get(i)));
      }
      lines.add(String.join(" | ", cells).stripTrailing());
    }
    return lines;
  }
}
