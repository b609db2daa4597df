package dev.lacuna.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.sql.Date;
import java.sql.RowIdLifetime;
import java.sql.SQLWarning;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value of any type that JDBC's methods take or return, none equal to a default value. */
final class Samples {

  private static final Map<Class<?>, Supplier<Object>> VALUES = new HashMap<>();

  static {
    VALUES.put(boolean.class, () -> true);
    VALUES.put(byte.class, () -> (byte) 11);
    VALUES.put(short.class, () -> (short) 12);
    VALUES.put(int.class, () -> 13);
    VALUES.put(long.class, () -> 14L);
    VALUES.put(float.class, () -> 1.5f);
    VALUES.put(double.class, () -> 2.5d);
    VALUES.put(String.class, () -> "text");
    VALUES.put(Object.class, Object::new);
    VALUES.put(Class.class, () -> String.class);
    VALUES.put(BigDecimal.class, () -> BigDecimal.TEN);
    VALUES.put(Date.class, () -> new Date(1));
    VALUES.put(Time.class, () -> new Time(2));
    VALUES.put(Timestamp.class, () -> new Timestamp(3));
    VALUES.put(Calendar.class, Calendar::getInstance);
    VALUES.put(InputStream.class, InputStream::nullInputStream);
    VALUES.put(Reader.class, () -> new StringReader("text"));
    VALUES.put(Properties.class, Properties::new);
    VALUES.put(SQLWarning.class, () -> new SQLWarning("text"));
    VALUES.put(RowIdLifetime.class, () -> RowIdLifetime.ROWID_VALID_FOREVER);
    VALUES.put(URL.class, Samples::url);
    VALUES.put(Map.class, () -> Map.of("text", String.class));
  }

  private Samples() {}

  static @Nullable Object of(Class<?> type, RecordingDriver driver) {
    if (type == void.class) {
      return null;
    }
    Supplier<Object> value = VALUES.get(type);
    if (value != null) {
      return value.get();
    }
    return type.isArray() ? Array.newInstance(type.getComponentType(), 1) : driver.stub(type);
  }

  private static Object url() {
    try {
      return URI.create("http://localhost/").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
