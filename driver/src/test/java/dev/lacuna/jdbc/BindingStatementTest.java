package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.jdbc.RecordingDriver.Call;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vendor.Vendor;

class BindingStatementTest {

  /** Each of the application's parameters stands at two markers, the last ones first. */
  private static final Bindings.Markers TWO_MARKERS =
      parameter -> new int[] {20 - parameter, parameter};

  /** Binds to the statement, and remembers. */
  public abstract static class Remembering extends BindingStatement {

    final Bindings bindings = new Bindings();
    final List<String> bound = new ArrayList<>();

    protected Remembering(LacunaConnection origin, PreparedStatement prepared) {
      super(origin, prepared);
    }

    @Override
    protected void bind(Binder binder, int index, @Nullable Object[] arguments)
        throws SQLException {
      binder.apply(delegate(), index + 100, arguments);
      bindings.put(index, binder, arguments);
      bound.add(binder + " " + index + " " + Arrays.toString(arguments));
    }
  }

  /** A driver's own setters, and what only looks like one. */
  public interface VendorStatement extends PreparedStatement {
    void setEverything(
        int index, byte a, short b, char c, int d, long e, float f, double g, boolean h, String i)
        throws SQLException;

    void setPrepareThreshold(int times);

    boolean setAsked(int index, String value);
  }

  private static final WrapperFactory<LacunaConnection, PreparedStatement, Remembering> STATEMENTS =
      new WrapperFactory<>(Remembering.class);

  private final RecordingDriver driver = new RecordingDriver();
  private final LacunaConnection connection =
      LacunaConnection.wrap(Session.TRANSPARENT, driver.stub(Connection.class));

  static Stream<Method> setters() {
    return Stream.of(PreparedStatement.class.getMethods())
        .filter(method -> method.getName().startsWith("set"))
        .filter(method -> method.getParameterCount() >= 2);
  }

  @Test
  void jdbc_hasSettersOfParameters() {
    assertThat(setters()).hasSizeGreaterThanOrEqualTo(50);
  }

  @ParameterizedTest
  @MethodSource("setters")
  void setter_isBound_andAppliedToAnyStatementAndMarker(Method setter) throws Exception {
    Remembering statement = wrap(driver.stub(PreparedStatement.class));
    PreparedStatement other = driver.stub(PreparedStatement.class);
    @Nullable Object[] arguments =
        Stream.of(setter.getParameterTypes()).map(type -> Samples.of(type, driver)).toArray();
    arguments[0] = 3;

    setter.invoke(statement, arguments);
    statement.bindings.applyTo(other, TWO_MARKERS);

    assertThat(driver.calls())
        .containsExactly(
            call(statement.delegate(), setter, arguments, 103),
            call(other, setter, arguments, 17),
            call(other, setter, arguments, 3));
  }

  private static Call call(
      Object target, Method setter, @Nullable Object[] arguments, int expectedIndex) {
    @Nullable Object[] expected = arguments.clone();
    expected[0] = expectedIndex;
    return new Call(target, Signature.of(setter), Arrays.asList(expected));
  }

  @Test
  void driversOwnSetter_isBoundToo() throws Exception {
    Remembering statement = wrap(driver.stub(VendorStatement.class));

    ((VendorStatement) statement)
        .setEverything(1, (byte) 2, (short) 3, 'c', 5, 6L, 7f, 8d, true, "x");

    assertThat(statement.bound)
        .containsExactly("setEverything 1 [2, 3, c, 5, 6, 7.0, 8.0, true, x]");
    assertThat(driver.calls().get(0).arguments())
        .containsExactly(101, (byte) 2, (short) 3, 'c', 5, 6L, 7f, 8d, true, "x");
  }

  @Test
  void settersOfTheStatement_areForwarded() throws Exception {
    Remembering statement = wrap(driver.stub(VendorStatement.class));

    statement.setMaxRows(5);
    statement.setCursorName("c");
    ((VendorStatement) statement).setPrepareThreshold(1);
    ((VendorStatement) statement).setAsked(1, "x");

    assertThat(statement.bound).isEmpty();
    assertThat(driver.methodsCalled())
        .containsExactly("setMaxRows", "setCursorName", "setPrepareThreshold", "setAsked");
  }

  @Test
  void laterValue_takesTheEarlierOnesPlace_andACopyStays() throws Exception {
    Remembering statement = wrap(driver.stub(PreparedStatement.class));
    statement.setInt(2, 20);
    statement.setInt(1, 10);
    Bindings before = statement.bindings.copy();
    statement.setString(2, "later");
    driver.forgettingCalls();

    statement.bindings.applyTo(driver.stub(PreparedStatement.class), i -> new int[] {i});
    before.applyTo(driver.stub(PreparedStatement.class), i -> new int[] {i});

    assertThat(driver.calls().stream().map(Call::arguments))
        .containsExactly(List.of(1, 10), List.of(2, "later"), List.of(1, 10), List.of(2, 20));
  }

  @Test
  void refusalOfTheDriver_comesBackUntouched() {
    PreparedStatement raw = driver.stub(PreparedStatement.class);
    SQLException refusal = new SQLException("The column index is out of range: 7", "22023");
    driver.throwing(raw, "setInt", refusal);

    assertThatThrownBy(() -> wrap(raw).setInt(7, 1)).isSameAs(refusal);
  }

  @Test
  void driverInAnotherLoader_isBoundAsWell() throws Exception {
    Class<?> vendor =
        ClassLoaders.isolated(Vendor.class.getName()::equals).loadClass(Vendor.class.getName());
    List<@Nullable Object> received = new ArrayList<>();
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          received.addAll(Arrays.asList(arguments));
          return null;
        };
    Class<?>[] types = {PreparedStatement.class, vendor};
    PreparedStatement raw =
        (PreparedStatement) Proxy.newProxyInstance(vendor.getClassLoader(), types, handler);

    Remembering statement = wrap(raw);
    statement.setLong(1, 2L);

    assertThat(statement.getClass().getClassLoader()).isInstanceOf(BridgeLoader.class);
    assertThat(received).containsExactly(101, 2L);
  }

  private Remembering wrap(PreparedStatement raw) {
    return STATEMENTS.wrap(connection, raw);
  }
}
