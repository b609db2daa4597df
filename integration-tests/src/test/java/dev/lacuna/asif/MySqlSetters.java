package dev.lacuna.asif;

import dev.lacuna.asif.Setters.For;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.JDBCType;
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
import java.util.stream.Stream;

/** Every setter that the drivers of MySQL and MariaDB have, with a declared column for it. */
final class MySqlSetters {

  private static final String INSERT = "INSERT INTO widgets (id, name, %s) VALUES (?, ?, ?)";
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 5, 12, 0, 1);
  private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

  private MySqlSetters() {}

  static Stream<TwinCase> all() {
    Stream<For> setters =
        Stream.of(plain(), temporal(), objects(), streams(), nulls()).flatMap(each -> each);
    return JdbcCases.settersOf(Engines.MYSQL_FAMILY, INSERT, setters);
  }

  private static Stream<For> plain() {
    return Stream.of(
        new For("active", (s, i) -> s.setBoolean(i, false)),
        new For("flag", (s, i) -> s.setBoolean(i, true)),
        new For("tiny", (s, i) -> s.setByte(i, (byte) 3)),
        new For("small", (s, i) -> s.setShort(i, (short) 4)),
        new For("stock", (s, i) -> s.setInt(i, 5)),
        new For("serial_no", (s, i) -> s.setLong(i, 6)),
        new For("weight", (s, i) -> s.setFloat(i, 1.5f)),
        new For("ratio", (s, i) -> s.setDouble(i, 2.5)),
        new For("price", (s, i) -> s.setBigDecimal(i, new BigDecimal("3.125"))),
        new For("label", (s, i) -> s.setString(i, "it's \"new\" \\ here")),
        new For("label", (s, i) -> s.setNString(i, "n")),
        new For("vintage", (s, i) -> s.setInt(i, 2001)),
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
        new For("made6", (s, i) -> s.setObject(i, NOON)),
        new For("sold3", (s, i) -> s.setObject(i, OffsetDateTime.of(NOON, ZoneOffset.UTC))),
        new For("sold", (s, i) -> s.setObject(i, NOON.toInstant(ZoneOffset.UTC))),
        new For("made", (s, i) -> s.setString(i, "2026-05-05 12:00:00")));
  }

  private static Stream<For> objects() {
    return Stream.of(
        new For("stock", (s, i) -> s.setObject(i, 7)),
        new For("userial", (s, i) -> s.setObject(i, new BigInteger("18000000000000000001"))),
        new For("price", (s, i) -> s.setObject(i, "1.5", Types.DECIMAL)),
        new For("price", (s, i) -> s.setObject(i, new BigDecimal("1.555"), Types.DECIMAL, 2)),
        new For("label", (s, i) -> s.setObject(i, "c", Types.CHAR)),
        new For("stock", (s, i) -> s.setObject(i, "8", JDBCType.INTEGER)),
        new For("feeling", (s, i) -> s.setObject(i, "glad")),
        new For("options", (s, i) -> s.setString(i, "x,y")),
        new For("meta", (s, i) -> s.setString(i, "{\"k\": 1}")),
        new For("bits", (s, i) -> s.setObject(i, 5)),
        new For("blb", (s, i) -> s.setObject(i, new byte[] {3})));
  }

  private static Stream<For> streams() {
    byte[] bytes = {9, 8};
    byte[] text = "ascii".getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
        new For("blb", (s, i) -> s.setBinaryStream(i, new ByteArrayInputStream(bytes), 2)),
        new For("lblob", (s, i) -> s.setBinaryStream(i, new ByteArrayInputStream(bytes))),
        new For("mblob", (s, i) -> s.setBlob(i, new ByteArrayInputStream(bytes))),
        new For("body", (s, i) -> s.setCharacterStream(i, new StringReader("chars"), 5)),
        new For("ltext", (s, i) -> s.setCharacterStream(i, new StringReader("chars"))),
        new For("mtext", (s, i) -> s.setClob(i, new StringReader("chars"))),
        new For("ttext", (s, i) -> s.setNCharacterStream(i, new StringReader("chars"))),
        new For("label", (s, i) -> s.setAsciiStream(i, new ByteArrayInputStream(text), 5)));
  }

  private static Stream<For> nulls() {
    return Stream.of(
        new For("stock", (s, i) -> s.setNull(i, Types.INTEGER)),
        new For("label", (s, i) -> s.setNull(i, Types.VARCHAR)),
        new For("meta", (s, i) -> s.setObject(i, null)),
        new For("blb", (s, i) -> s.setNull(i, Types.BLOB)),
        new For("place", (s, i) -> s.setNull(i, Types.BINARY)),
        new For("nothing", (s, i) -> s.setString(i, null)));
  }
}
