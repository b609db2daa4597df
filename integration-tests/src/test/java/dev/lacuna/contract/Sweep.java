package dev.lacuna.contract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of a JDBC interface one after another, in the order of their signatures, those
 * of later JDKs included, and notes what each gives.
 */
final class Sweep {

  /** What ends the object, ends another, or waits. */
  private static final List<String> FATAL = List.of("close", "closeOnCompletion", "abort");

  private final Class<?> type;
  private final Predicate<Method> which;
  private final Map<Class<?>, @Nullable Object> samples;

  private Sweep(Class<?> type, Predicate<Method> which, Map<Class<?>, @Nullable Object> samples) {
    this.type = type;
    this.which = which;
    this.samples = samples;
  }

  /** All methods, whatever they do to the object. */
  static Sweep ofAll(Class<?> type) {
    return new Sweep(type, method -> true, Map.of());
  }

  /** All methods but those that end the object. */
  static Sweep of(Class<?> type) {
    return new Sweep(type, method -> !FATAL.contains(method.getName()), Map.of());
  }

  Sweep only(Predicate<Method> condition) {
    return new Sweep(type, which.and(condition), samples);
  }

  Sweep without(String... names) {
    return only(method -> !List.of(names).contains(method.getName()));
  }

  /** Only methods whose name begins so, and that take just these. */
  Sweep only(String prefix, Class<?>... parameters) {
    return only(
        method ->
            method.getName().startsWith(prefix)
                && Arrays.equals(method.getParameterTypes(), parameters));
  }

  /** Gives this value for each parameter of that type. */
  Sweep with(Class<?> parameter, @Nullable Object sample) {
    Map<Class<?>, @Nullable Object> more = new HashMap<>(samples);
    more.put(parameter, sample);
    return new Sweep(type, which, more);
  }

  void on(Object target, String what, Transcript seen) {
    methods().forEach(method -> seen.see(what + " " + told(method), () -> call(method, target)));
  }

  /** The same, with a step after each method. */
  void on(Object target, String what, Transcript seen, Transcript.Step after) {
    methods()
        .forEach(
            method -> {
              seen.see(what + " " + told(method), () -> call(method, target));
              seen.see("  then", after);
            });
  }

  private Stream<Method> methods() {
    return Stream.of(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(which)
        .sorted(Comparator.comparing(Sweep::told));
  }

  private static String told(Method method) {
    return Stream.of(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private @Nullable Object call(Method method, Object target) throws Exception {
    Object[] arguments =
        Stream.of(method.getParameterTypes()).map(this::sample).toArray(Object[]::new);
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception own) {
        throw own;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private @Nullable Object sample(Class<?> parameter) {
    return samples.containsKey(parameter) ? samples.get(parameter) : DEFAULTS.sample(parameter);
  }

  private static final Samples DEFAULTS = new Samples();

  /** A harmless value of each type that JDBC's methods take; null for others. */
  private static final class Samples {

    @Nullable Object sample(Class<?> type) {
      if (type == InputStream.class) {
        return new ByteArrayInputStream(new byte[] {'1', '2', '3'});
      } else if (type == Reader.class) {
        return new StringReader("123");
      } else if (type == Calendar.class) {
        return Calendar.getInstance(TimeZone.getTimeZone("Asia/Kolkata"));
      }
      return VALUES.get(type);
    }

    private static final Map<Class<?>, Object> VALUES =
        Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(byte.class, (byte) 1),
            Map.entry(short.class, (short) 1),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(float.class, 1.5f),
            Map.entry(double.class, 1.5d),
            Map.entry(BigDecimal.class, new BigDecimal("1.50")),
            Map.entry(String.class, "id"),
            Map.entry(Object.class, "1"),
            Map.entry(byte[].class, new byte[] {1, 2}),
            Map.entry(int[].class, new int[] {1}),
            Map.entry(String[].class, new String[] {"id"}),
            Map.entry(Object[].class, new Object[] {"1"}),
            Map.entry(Class.class, String.class),
            Map.entry(Map.class, Map.of()),
            Map.entry(Properties.class, new Properties()),
            Map.entry(Date.class, Date.valueOf("2026-02-28")),
            Map.entry(Time.class, Time.valueOf("13:14:15")),
            Map.entry(Timestamp.class, Timestamp.valueOf("2026-02-28 13:14:15.5")),
            Map.entry(java.net.URL.class, url()),
            Map.entry(java.sql.SQLType.class, JDBCType.INTEGER),
            Map.entry(Executor.class, (Executor) Runnable::run));

    private static java.net.URL url() {
      try {
        return URI.create("https://lacuna.example/").toURL();
      } catch (java.net.MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
