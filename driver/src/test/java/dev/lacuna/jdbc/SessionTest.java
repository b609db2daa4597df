package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.rewrite.GeneratedKeys;
import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method that takes SQL text passes through the session, which decides what is sent. */
class SessionTest {

  private static final String SQL = "SELECT nickname FROM users";
  private static final String SENT = "SELECT NULL AS nickname FROM users";

  /** Sends another text. */
  private static final class Translating implements Session {

    @Override
    public <R> R execute(
        LacunaStatement statement, String sql, GeneratedKeys keys, Execution<R> execution)
        throws SQLException {
      return Session.super.execute(statement, translated(sql), keys, execution);
    }

    @Override
    public void addBatch(LacunaStatement statement, String sql) throws SQLException {
      Session.super.addBatch(statement, translated(sql));
    }

    @Override
    public PreparedStatement prepare(
        LacunaConnection connection,
        String sql,
        GeneratedKeys keys,
        Preparation<PreparedStatement> preparation)
        throws SQLException {
      return Session.super.prepare(connection, translated(sql), keys, preparation);
    }

    @Override
    public CallableStatement prepareCall(
        LacunaConnection connection, String sql, Preparation<CallableStatement> preparation)
        throws SQLException {
      return Session.super.prepareCall(connection, translated(sql), preparation);
    }

    private static String translated(String sql) {
      assertThat(sql).isEqualTo(SQL);
      return SENT;
    }
  }

  /** The methods with a first parameter that JDBC calls {@code sql}. */
  static Stream<Method> methodsWithText() {
    return Stream.of(Connection.class, Statement.class)
        .flatMap(jdbc -> Stream.of(jdbc.getMethods()))
        .filter(method -> method.getName().matches("execute.*|prepare.*|addBatch"))
        .filter(method -> List.of(method.getParameterTypes()).indexOf(String.class) == 0);
  }

  private final RecordingDriver driver = new RecordingDriver();

  @Test
  void jdbc_hasTwentyThreeMethodsWithText() {
    assertThat(methodsWithText()).hasSize(23);
  }

  @ParameterizedTest
  @MethodSource("methodsWithText")
  void method_sendsTheTextOfTheSession_andTheSameArguments(Method method) throws Exception {
    @Nullable Object[] arguments =
        Stream.of(method.getParameterTypes()).map(type -> Samples.of(type, driver)).toArray();
    arguments[0] = SQL;

    method.invoke(target(method.getDeclaringClass(), new Translating()), arguments);

    arguments[0] = SENT;
    assertThat(driver.calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.method()).isEqualTo(Signature.of(method));
              assertThat(call.arguments()).isEqualTo(Arrays.asList(arguments));
            });
  }

  @ParameterizedTest
  @MethodSource("methodsWithText")
  void transparentSession_sendsTheVeryText(Method method) throws Exception {
    @Nullable Object[] arguments =
        Stream.of(method.getParameterTypes()).map(type -> Samples.of(type, driver)).toArray();

    method.invoke(target(method.getDeclaringClass(), Session.TRANSPARENT), arguments);

    assertThat(driver.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.arguments().get(0)).isSameAs(arguments[0]));
  }

  private Object target(Class<?> jdbc, Session session) {
    LacunaConnection connection = LacunaConnection.wrap(session, driver.stub(Connection.class));
    if (jdbc == Connection.class) {
      return connection;
    }
    return LacunaStatement.wrap(connection, driver.stub(Statement.class));
  }
}
