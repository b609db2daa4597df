package dev.lacuna.asif;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.util.PGobject;

/** Every setter of {@link PreparedStatement}, with a declared column of {@code widgets} for it. */
final class Setters {

  /** Sets one parameter. */
  interface Setter {
    void set(PreparedStatement statement, int index) throws SQLException;
  }

  /** A setter, and the column that takes its value. */
  record For(String column, Setter setter) {}

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 5, 12, 0, 1);
  private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

  private Setters() {}

  static Stream<For> all() {
    return Stream.of(plain(), temporal(), objects(), streams(), nulls()).flatMap(each -> each);
  }

  private static Stream<For> plain() {
    return Stream.of(
        new For("active", (s, i) -> s.setBoolean(i, false)),
        new For("small", (s, i) -> s.setByte(i, (byte) 3)),
        new For("small", (s, i) -> s.setShort(i, (short) 4)),
        new For("stock", (s, i) -> s.setInt(i, 5)),
        new For("serial_no", (s, i) -> s.setLong(i, 6)),
        new For("weight", (s, i) -> s.setFloat(i, 1.5f)),
        new For("ratio", (s, i) -> s.setDouble(i, 2.5)),
        new For("price", (s, i) -> s.setBigDecimal(i, new BigDecimal("3.125"))),
        new For("label", (s, i) -> s.setString(i, "new")),
        new For("raw", (s, i) -> s.setBytes(i, new byte[] {1, 2})));
  }

  private static Stream<For> temporal() {
    return Stream.of(
        new For("since", (s, i) -> s.setDate(i, Date.valueOf(NOON.toLocalDate()))),
        new For("alarm", (s, i) -> s.setTime(i, Time.valueOf(NOON.toLocalTime()))),
        new For("made", (s, i) -> s.setTimestamp(i, Timestamp.valueOf(NOON))),
        new For(
            "sold",
            (s, i) -> s.setTimestamp(i, Timestamp.valueOf(NOON), Calendar.getInstance(UTC))),
        new For("since", (s, i) -> s.setObject(i, LocalDate.of(2026, 5, 5))),
        new For("alarm", (s, i) -> s.setObject(i, LocalTime.NOON)),
        new For("made", (s, i) -> s.setObject(i, NOON)),
        new For("sold", (s, i) -> s.setObject(i, OffsetDateTime.of(NOON, ZoneOffset.UTC))));
  }

  private static Stream<For> objects() {
    return Stream.of(
        new For("token", (s, i) -> s.setObject(i, new UUID(0, 7))),
        new For("stock", (s, i) -> s.setObject(i, "8", Types.INTEGER)),
        new For("price", (s, i) -> s.setObject(i, 1.23456, Types.NUMERIC, 3)),
        new For("feeling", (s, i) -> s.setObject(i, "glad", Types.OTHER)),
        new For("meta", (s, i) -> s.setObject(i, json("{\"c\": 3}"))),
        new For(
            "tags",
            (s, i) -> s.setArray(i, s.getConnection().createArrayOf("text", new Object[] {"z"}))),
        new For("sizes", (s, i) -> s.setObject(i, new int[] {7, 8})));
  }

  private static Stream<For> streams() {
    byte[] bytes = {9, 8};
    byte[] text = "ascii".getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
        new For("raw", (s, i) -> s.setBinaryStream(i, new ByteArrayInputStream(bytes), 2)),
        new For("raw", (s, i) -> s.setBinaryStream(i, new ByteArrayInputStream(bytes))),
        new For("label", (s, i) -> s.setCharacterStream(i, new StringReader("chars"), 5)),
        new For("label", (s, i) -> s.setCharacterStream(i, new StringReader("chars"))),
        new For("label", (s, i) -> s.setAsciiStream(i, new ByteArrayInputStream(text), 5)));
  }

  private static Stream<For> nulls() {
    return Stream.of(
        new For("stock", (s, i) -> s.setNull(i, Types.INTEGER)),
        new For("label", (s, i) -> s.setNull(i, Types.VARCHAR)),
        new For("meta", (s, i) -> s.setObject(i, null)),
        new For("tags", (s, i) -> s.setNull(i, Types.ARRAY, "text[]")),
        new For("nothing", (s, i) -> s.setString(i, null)));
  }

  private static PGobject json(String text) throws SQLException {
    PGobject json = new PGobject();
    json.setType("jsonb");
    json.setValue(text);
    return json;
  }
}
