package dev.lacuna.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads streams among a setter's arguments, so that they can be given to the driver again. */
final class Streams {

  @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
  private record Bytes(byte[] content) {}

  private record Characters(String content) {}

  private Streams() {}

  /**
   * Reads the streams among the arguments.
   *
   * @throws SQLException with SQLState 22000 if a stream fails
   */
  static @Nullable Object[] keep(@Nullable Object[] arguments) throws SQLException {
    @Nullable Object[] kept = arguments;
    for (int i = 0; i < arguments.length; i++) {
      Object content = read(arguments[i]);
      if (content != null) {
        kept = kept == arguments ? arguments.clone() : kept;
        kept[i] = content;
      }
    }
    return kept;
  }

  private static @Nullable Object read(@Nullable Object argument) throws SQLException {
    try {
      if (argument instanceof InputStream stream) {
        return new Bytes(stream.readAllBytes());
      }
      if (argument instanceof Reader reader) {
        StringWriter characters = new StringWriter();
        reader.transferTo(characters);
        return new Characters(characters.toString());
      }
      return null;
    } catch (IOException e) {
      throw new SQLException("The stream of a parameter could not be read", "22000", e);
    }
  }

  /** The arguments with a stream of their own for each that was read. */
  static @Nullable Object[] fresh(@Nullable Object[] kept) {
    for (Object argument : kept) {
      if (argument instanceof Bytes || argument instanceof Characters) {
        return Arrays.stream(kept).map(Streams::fresh).toArray();
      }
    }
    return kept;
  }

  private static @Nullable Object fresh(@Nullable Object argument) {
    if (argument instanceof Bytes bytes) {
      return new ByteArrayInputStream(bytes.content());
    }
    return argument instanceof Characters characters
        ? new StringReader(characters.content())
        : argument;
  }
}
