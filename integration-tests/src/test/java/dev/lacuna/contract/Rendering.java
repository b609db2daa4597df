package dev.lacuna.contract;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverPropertyInfo;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values and errors as text that is the same for the same, in another process and on another
 * connection too.
 */
final class Rendering {

  /** What JDBC lets a wrapper stand for: only its kind is told. */
  private static final List<Class<?>> KINDS =
      List.of(
          Connection.class,
          Statement.class,
          ResultSet.class,
          DatabaseMetaData.class,
          ResultSetMetaData.class,
          ParameterMetaData.class);

  /** Identity hashes, random names, generated classes, numbers of connections, durations. */
  private static final Pattern VOLATILE =
      Pattern.compile(
          "@[0-9a-f]{4,8}\\b|[0-9a-f]{8}_[0-9a-f]{4}_4[0-9a-f]{3}_[0-9a-f]{4}_[0-9a-f]{12}"
              + "|\\$\\$Lambda[^ @]*|\\b[\\d,.]+ (?=milliseconds|ms\\b)"
              + "|(?<=conn=)\\d+|(?<=Thread-)\\d+|(?<=unnamed portal |port )\\d+");

  private Rendering() {}

  static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    for (Class<?> kind : KINDS) {
      if (kind.isInstance(value)) {
        return "a " + kind.getSimpleName();
      }
    }
    return value.getClass().getTypeName() + " " + masked(content(value));
  }

  private static String content(Object value) {
    try {
      return contentOf(value);
    } catch (Exception e) {
      return ofError(e);
    }
  }

  private static String contentOf(Object value) throws Exception {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    } else if (value.getClass().isArray()) {
      return elements(value);
    } else if (value instanceof InputStream stream) {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } else if (value instanceof Reader reader) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } else if (value instanceof Clob clob) {
      return clob.length() + " " + clob.getSubString(1, (int) clob.length());
    } else if (value instanceof Blob blob) {
      return blob.length() + " " + of(blob.getBytes(1, (int) blob.length()));
    } else if (value instanceof SQLXML xml) {
      return xml.getString();
    } else if (value instanceof java.sql.Array array) {
      return array.getBaseTypeName() + " " + of(array.getArray());
    } else if (value instanceof DriverPropertyInfo info) {
      return info.name + "=" + info.value + " " + info.required + Arrays.toString(info.choices);
    } else if (value instanceof Map<?, ?> map) {
      return new TreeMap<>(map).toString();
    }
    return value.toString();
  }

  private static String elements(Object array) {
    return IntStream.range(0, Array.getLength(array))
        .mapToObj(i -> of(Array.get(array, i)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Class, SQLState, vendor code and message of an error, and of all that hang on it. */
  static String ofError(Throwable error) {
    StringBuilder told = new StringBuilder("! ").append(error.getClass().getName());
    if (error instanceof SQLException sql) {
      told.append(' ').append(sql.getSQLState()).append(' ').append(sql.getErrorCode());
    }
    if (!(error instanceof NullPointerException)) { // the JVM leaves the text out after a while
      told.append(": ").append(masked(String.valueOf(error.getMessage())));
    }
    if (error instanceof BatchUpdateException batch) {
      told.append(" counts ").append(Arrays.toString(batch.getLargeUpdateCounts()));
    }
    if (error.getCause() != null) {
      told.append("\n  cause ").append(ofError(error.getCause()));
    }
    if (error instanceof SQLException sql && sql.getNextException() != null) {
      told.append("\n  next ").append(ofError(sql.getNextException()));
    }
    return told.toString();
  }

  private static String masked(String text) {
    return VOLATILE.matcher(text).replaceAll("#");
  }

  /** The rest of a result set: its columns, then its rows. */
  static String rows(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      all.append(columns.getColumnLabel(i)).append(' ').append(columns.getColumnTypeName(i));
      all.append(i == columns.getColumnCount() ? "\n" : ", ");
    }
    while (rows.next()) {
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        all.append("  ").append(of(rows.getObject(i)));
      }
      all.append('\n');
    }
    return all.toString();
  }
}
