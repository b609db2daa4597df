package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.jdbc.RecordingDriver.Call;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each method of JDBC, of the JDK that runs the test, called once on a wrapper: it reaches the
 * driver once, with the very arguments, and its result or exception comes back.
 */
class ForwardingTest {

  private static final Set<Class<?>> WRAPPED =
      Set.of(
          Connection.class,
          Statement.class,
          PreparedStatement.class,
          CallableStatement.class,
          ResultSet.class,
          DatabaseMetaData.class);

  /** A method of a JDBC interface, shown without its package. */
  record Tested(Class<?> jdbc, Method method) {

    @Override
    public String toString() {
      return jdbc.getSimpleName()
          + "."
          + method.getName()
          + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
    }
  }

  private final RecordingDriver driver = new RecordingDriver();

  static Stream<Tested> methods() {
    return Stream.of(
            Connection.class,
            Statement.class,
            PreparedStatement.class,
            CallableStatement.class,
            ResultSet.class,
            DatabaseMetaData.class)
        .flatMap(jdbc -> Stream.of(jdbc.getMethods()).map(method -> new Tested(jdbc, method)))
        .filter(tested -> !Modifier.isStatic(tested.method().getModifiers()))
        .filter(tested -> tested.method().getDeclaringClass() != Wrapper.class);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void method_reachesTheDriverOnce_withTheSameArgumentsAndResult(Tested tested) throws Exception {
    LacunaWrapper wrapper = wrapper(tested.jdbc());
    @Nullable Object[] arguments = argumentsFor(tested.method());

    Object result = tested.method().invoke(wrapper, arguments);

    assertThat(driver.calls())
        .containsExactly(
            new Call(wrapper.delegate(), Signature.of(tested.method()), Arrays.asList(arguments)));
    Object answer = driver.answerTo(wrapper.delegate(), tested.method());
    Object raw = rawOf(result, tested.method().getReturnType());
    if (tested.method().getReturnType().isPrimitive()) {
      assertThat(raw).isEqualTo(answer); // boxed by reflection, each time anew
    } else {
      assertThat(raw).isSameAs(answer);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void exception_comesBackUntouched(Tested tested) {
    LacunaWrapper wrapper = wrapper(tested.jdbc());
    Exception thrown =
        List.of(tested.method().getExceptionTypes()).isEmpty()
            ? new IllegalStateException("the driver's own")
            : exceptionFor(tested.method());
    driver.throwing(wrapper.delegate(), tested.method().getName(), thrown);

    assertThat(thrownBy(() -> tested.method().invoke(wrapper, argumentsFor(tested.method()))))
        .isSameAs(thrown);
  }

  private static Exception exceptionFor(Method method) {
    return method.getExceptionTypes()[0] == SQLClientInfoException.class
        ? new SQLClientInfoException()
        : new SQLException("the driver's own", "0A000", 17);
  }

  private interface Reflected {
    @Nullable Object call() throws ReflectiveOperationException;
  }

  private static @Nullable Throwable thrownBy(Reflected call) {
    try {
      call.call();
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What JDBC leads on from is wrapped; all else is the driver's own object. */
  private static @Nullable Object rawOf(@Nullable Object result, Class<?> declared) {
    if (WRAPPED.contains(declared)) {
      assertThat(result).isInstanceOf(LacunaWrapper.class);
    }
    return result instanceof LacunaWrapper wrapper ? wrapper.delegate() : result;
  }

  private @Nullable Object[] argumentsFor(Method method) {
    return Stream.of(method.getParameterTypes()).map(type -> Samples.of(type, driver)).toArray();
  }

  private LacunaWrapper wrapper(Class<?> jdbc) {
    Connection raw = driver.stub(Connection.class);
    LacunaConnection connection = LacunaConnection.wrap(Session.TRANSPARENT, raw);
    if (jdbc == Connection.class) {
      return connection;
    }
    if (jdbc == DatabaseMetaData.class) {
      DatabaseMetaData metaData = driver.stub(DatabaseMetaData.class);
      driver.answering(metaData, "getConnection", raw);
      return LacunaDatabaseMetaData.wrap(connection, metaData);
    }
    if (jdbc == ResultSet.class) {
      return LacunaResultSet.wrap(connection, driver.stub(ResultSet.class));
    }
    Statement statement = (Statement) driver.stub(jdbc);
    driver.answering(statement, "getConnection", raw);
    return (LacunaWrapper) RecordingDriver.nonNull(connection.adopt(statement));
  }
}
