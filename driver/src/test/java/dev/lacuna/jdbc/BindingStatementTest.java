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
import org.junit.jupiter.params.provider.ValueSource;
import vendor.Vendor;

class BindingStatementTest {

  private record Bound(Binder binder, int index, List<@Nullable Object> arguments) {

    void applyTo(PreparedStatement statement, int marker) throws SQLException {
      binder.apply(statement, marker, arguments.toArray());
    }
  }

  /** Binds to the statement, a hundred markers further on, and remembers. */
  public abstract static class Remembering extends BindingStatement {

    private final List<Bound> bound = new ArrayList<>();
    private boolean direct;

    protected Remembering(LacunaConnection origin, PreparedStatement prepared) {
      super(origin, prepared);
    }

    @Override
    protected int marker(int index) {
      return direct ? index + 50 : 0;
    }

    @Override
    protected void keep(Binder binder, int index, @Nullable Object[] arguments) {
      bound.add(new Bound(binder, index, Arrays.asList(arguments)));
    }

    @Override
    protected void bind(Binder binder, int index, @Nullable Object[] arguments)
        throws SQLException {
      binder.apply(delegate(), index + 100, arguments);
      bound.add(new Bound(binder, index, Arrays.asList(arguments)));
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
    statement.bound.get(0).applyTo(other, 17);

    assertThat(statement.bound.get(0).index()).isEqualTo(3);
    assertThat(driver.calls())
        .containsExactly(
            call(statement.delegate(), setter, arguments, 103), call(other, setter, arguments, 17));
  }

  @ParameterizedTest
  @MethodSource("setters")
  void setterOfValues_whereItGoesStraightToTheDriver_isKeptToo(Method setter) throws Exception {
    Remembering statement = wrap(driver.stub(PreparedStatement.class));
    statement.direct = true;
    PreparedStatement other = driver.stub(PreparedStatement.class);
    @Nullable Object[] arguments =
        Stream.of(setter.getParameterTypes()).map(type -> Samples.of(type, driver)).toArray();
    arguments[0] = 3;

    setter.invoke(statement, arguments);
    statement.bound.get(0).applyTo(other, 17);

    boolean straight =
        Stream.of(setter.getParameterTypes())
            .allMatch(type -> type.isPrimitive() || type == String.class);
    assertThat(driver.calls())
        .containsExactly(
            call(statement.delegate(), setter, arguments, straight ? 53 : 103),
            call(other, setter, arguments, 17));
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

    assertThat(statement.bound).hasSize(1);
    assertThat(statement.bound.get(0).binder()).hasToString("setEverything");
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusalOfTheDriver_comesBackUntouched_andNothingIsKept(boolean direct) {
    PreparedStatement raw = driver.stub(PreparedStatement.class);
    SQLException refusal = new SQLException("The column index is out of range: 7", "22023");
    driver.throwing(raw, "setInt", refusal);
    Remembering statement = wrap(raw);
    statement.direct = direct;

    assertThatThrownBy(() -> statement.setInt(7, 1)).isSameAs(refusal);
    assertThat(statement.bound).isEmpty();
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
