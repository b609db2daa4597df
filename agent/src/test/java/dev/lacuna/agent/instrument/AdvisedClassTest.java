package dev.lacuna.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.agent.bridge.Bridge;
import dev.lacuna.agent.bridge.Observed;
import dev.lacuna.agent.bridge.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes of no driver, with the shapes that methods may have; the JVM verifies what it loads. */
class AdvisedClassTest {

  private final List<String> calls = new ArrayList<>();

  /** Notes what the advised methods tell. */
  private final class Notes implements Sink {
    private boolean wanting = true;
    private boolean failing;

    private void note(String what, @Nullable Object... details) {
      calls.add(what + Arrays.toString(details));
      if (failing) {
        throw new IllegalStateException("a fault of the agent's own");
      }
    }

    @Override
    public void connected(
        @Nullable Object driver, Object source, @Nullable Object info, Object connection) {
      note("connected", driver == null ? null : "driver", source, info, connection);
    }

    @Override
    public void created(Object connection, Object statement, @Nullable String sql) {
      note("created", statement, sql);
    }

    @Override
    public void changed(Object connection, String method, @Nullable String value) {
      note("changed", method, value);
    }

    @Override
    public boolean wants(Object statement) {
      return wanting;
    }

    @Override
    public void bound(Object statement, String method, String types, @Nullable Object[] arguments) {
      note("bound", method + types, Arrays.deepToString(arguments));
    }

    @Override
    public Object begin(Object statement, @Nullable String sql) {
      note("begin", sql);
      return "begun";
    }

    @Override
    public String ownText(Object attempt) {
      return "own";
    }

    @Override
    public String sentText(Object translation) {
      return "sent";
    }

    @Override
    public void end(Object statement, Object begun, long nanos, @Nullable Throwable thrown) {
      note("end", begun, thrown == null ? null : thrown.getMessage());
    }
  }

  private final Notes notes = new Notes();

  @BeforeEach
  void attach() {
    Bridge.attach(notes);
  }

  @AfterEach
  void detach() {
    Bridge.detach();
  }

  /** Has arguments of two slots, a loop, a branch, a switch, a finally, and overwrites its text. */
  public static class Statement {

    public long executeLargeUpdate(String sql, int mode) {
      long sum = 0;
      try {
        for (int i = 0; i < mode; i++) {
          double half = i / 2.0;
          sum += half > 1 ? (long) half : i;
        }
        switch (mode) {
          case 7 -> throw new IllegalArgumentException("seven");
          case 8 -> {
            return -1;
          }
          default -> sql = sql + sum;
        }
      } catch (IllegalStateException e) {
        return -2;
      } finally {
        sum += 100;
      }
      return sum + sql.length();
    }

    public boolean execute() {
      return executeLargeUpdate("inner", 2) > 0;
    }

    public void addBatch(String sql) {
      String copy = sql;
      while (copy.length() > 3) {
        copy = copy.substring(1);
      }
    }

    public void setWide(int index, long one, double two, byte[] three) {
      while (one > 0) {
        one--;
      }
    }

    public String executeQuery(String sql) {
      throw new UnsupportedOperationException(sql);
    }
  }

  /** Overwrites what it was called with. */
  public static class Connection {

    public String prepareStatement(String sql, int type) {
      if (sql.startsWith(" ")) {
        sql = sql.strip();
      }
      return type == 0 ? sql : "typed " + sql;
    }

    public String createStatement() {
      return "plain";
    }

    public void setSchema(String name) {
      name = null;
    }
  }

  /** Connects in both ways. */
  public static class Driver {

    public @Nullable Object connect(String url, @Nullable Properties info) {
      Properties all = new Properties();
      if (info != null) {
        all.putAll(info);
        info = all;
      }
      return url.isEmpty() ? null : "connection";
    }

    public static Object connect(List<String> configuration) {
      return "connection of " + configuration;
    }
  }

  private static Class<?> advised(Class<?> type, DriverClass.Kind kind, boolean mayAddMembers)
      throws IOException, ClassNotFoundException {
    String name = type.getName().replace('.', '/');
    byte[] bytes;
    try (InputStream in = type.getClassLoader().getResourceAsStream(name + ".class")) {
      bytes = Objects.requireNonNull(in).readAllBytes();
    }
    byte[] woven = AdvisedClass.of(new DriverClass(name, kind, true), bytes, mayAddMembers);
    ClassLoader loader =
        new ClassLoader(type.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String wanted, boolean resolve)
              throws ClassNotFoundException {
            return wanted.equals(type.getName())
                ? defineClass(wanted, woven, 0, woven.length)
                : super.loadClass(wanted, resolve);
          }
        };
    return loader.loadClass(type.getName());
  }

  private static @Nullable Object call(
      @Nullable Object object, Class<?> type, String name, @Nullable Object... arguments)
      throws Throwable {
    for (var method : type.getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        try {
          return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static Object make(Class<?> type) throws ReflectiveOperationException {
    return type.getDeclaredConstructor().newInstance();
  }

  @Test
  void run_returnsWhatItReturned_andTellsItsBeginAndEnd() throws Throwable {
    Object statement = make(advised(Statement.class, DriverClass.Kind.STATEMENT, true));

    assertThat(call(statement, statement.getClass(), "executeLargeUpdate", "abc", 5))
        .isEqualTo(new Statement().executeLargeUpdate("abc", 5));
    assertThat(call(statement, statement.getClass(), "executeLargeUpdate", "abc", 8))
        .isEqualTo(-1L);
    assertThat(calls)
        .containsExactly("begin[abc]", "end[begun, null]", "begin[abc]", "end[begun, null]");
  }

  @Test
  void run_thatThrows_throwsTheSame_andTellsIt() throws Throwable {
    Object statement = make(advised(Statement.class, DriverClass.Kind.STATEMENT, true));

    assertThatThrownBy(() -> call(statement, statement.getClass(), "executeLargeUpdate", "abc", 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seven");
    assertThatThrownBy(() -> call(statement, statement.getClass(), "executeQuery", "never"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(calls)
        .containsExactly("begin[abc]", "end[begun, seven]", "begin[never]", "end[begun, never]");
  }

  @Test
  void run_insideARun_isNotTold() throws Throwable {
    Object statement = make(advised(Statement.class, DriverClass.Kind.STATEMENT, true));

    assertThat(call(statement, statement.getClass(), "execute")).isEqualTo(true);
    assertThat(calls).containsExactly("begin[null]", "end[begun, null]");
  }

  @Test
  void binding_tellsAllArguments_whereTheyAreWanted() throws Throwable {
    Object statement = make(advised(Statement.class, DriverClass.Kind.STATEMENT, true));
    call(statement, statement.getClass(), "setWide", 1, 2L, 3.0, new byte[] {4});
    notes.wanting = false;
    call(statement, statement.getClass(), "setWide", 1, 2L, 3.0, new byte[] {4});

    assertThat(calls).containsExactly("bound[setWide(int,long,double,[B), [1, 2, 3.0, [4]]]");
  }

  @Test
  void batch_tellsItsText() throws Throwable {
    Object statement = make(advised(Statement.class, DriverClass.Kind.STATEMENT, true));
    call(statement, statement.getClass(), "addBatch", "SELECT 1");

    assertThat(calls).containsExactly("begin[SELECT 1]", "end[begun, null]");
  }

  @Test
  void connection_tellsWhatItMade_ofWhatItWasCalledWith() throws Throwable {
    Object connection = make(advised(Connection.class, DriverClass.Kind.CONNECTION, true));

    assertThat(call(connection, connection.getClass(), "prepareStatement", " SELECT 1", 1))
        .isEqualTo("typed SELECT 1");
    assertThat(call(connection, connection.getClass(), "createStatement")).isEqualTo("plain");
    call(connection, connection.getClass(), "setSchema", "shop");

    assertThat(calls)
        .containsExactly(
            "created[typed SELECT 1,  SELECT 1]",
            "created[plain, null]",
            "changed[setSchema, shop]");
  }

  @Test
  void driver_tellsTheConnection_butNoneThatItDoesNotGive() throws Throwable {
    Class<?> type = advised(Driver.class, DriverClass.Kind.DRIVER, false);
    Object driver = make(type);
    Properties info = new Properties();
    info.setProperty("user", "me");

    assertThat(call(driver, type, "connect", "jdbc:x", info)).isEqualTo("connection");
    assertThat(call(driver, type, "connect", "", null)).isNull();
    assertThat(call(null, type, "connect", List.of("c"))).isEqualTo("connection of [c]");
    assertThat(calls)
        .containsExactly(
            "connected[driver, jdbc:x, {user=me}, connection]",
            "connected[null, [c], null, connection of [c]]");
  }

  @Test
  void fault_ofTheAgents_isNotTheApplications() throws Throwable {
    Object statement = make(advised(Statement.class, DriverClass.Kind.STATEMENT, true));
    notes.failing = true;

    assertThat(call(statement, statement.getClass(), "executeLargeUpdate", "abc", 5))
        .isEqualTo(new Statement().executeLargeUpdate("abc", 5));
  }

  @Test
  void state_isCarriedByTheObject_unlessTheClassWasLoadedBefore() throws Throwable {
    Object fresh = make(advised(Statement.class, DriverClass.Kind.STATEMENT, true));
    ((Observed) fresh).lacunaState("known");

    assertThat(((Observed) fresh).lacunaState()).isEqualTo("known");
    assertThat(make(advised(Statement.class, DriverClass.Kind.STATEMENT, false)))
        .isNotInstanceOf(Observed.class);
  }
}
