package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnwrapTest {

  /** What only the driver's classes are, below what it gave to Lacuna. */
  interface Innermost {}

  private static final RecordingDriver DRIVER = new RecordingDriver();

  static Stream<LacunaWrapper> wrappers() {
    LacunaConnection connection =
        LacunaConnection.wrap(Session.TRANSPARENT, DRIVER.stub(Connection.class));
    return Stream.of(
        connection,
        LacunaStatement.wrap(connection, DRIVER.stub(Statement.class)),
        LacunaResultSet.wrap(connection, DRIVER.stub(ResultSet.class)),
        LacunaDatabaseMetaData.wrap(connection, DRIVER.stub(DatabaseMetaData.class)));
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void unwrap_toAnInterfaceOfTheWrapper_isTheWrapper(LacunaWrapper wrapper) throws Exception {
    for (Class<?> type : wrapper.getClass().getInterfaces()) {
      assertThat(wrapper.unwrap(type)).isSameAs((Object) wrapper);
      assertThat(wrapper.isWrapperFor(type)).isTrue();
    }
    assertThat(wrapper.unwrap(Wrapper.class)).isSameAs(wrapper);
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void unwrap_toTheDriversClass_isTheDriversObject(LacunaWrapper wrapper) throws Exception {
    Class<?> driversClass = wrapper.delegate().getClass();

    assertThat(wrapper.unwrap(driversClass)).isSameAs((Object) wrapper.delegate());
    assertThat(wrapper.isWrapperFor(driversClass)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void unwrap_toWhatTheDriversObjectWraps_isLeftToIt(LacunaWrapper wrapper) throws Exception {
    Innermost innermost = new Innermost() {};
    DRIVER
        .answering(wrapper.delegate(), "unwrap", innermost)
        .answering(wrapper.delegate(), "isWrapperFor", true);

    assertThat(wrapper.unwrap(Innermost.class)).isSameAs(innermost);
    assertThat(wrapper.isWrapperFor(Innermost.class)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void unwrap_toWhatNobodyIs_isRefusedByTheDriver(LacunaWrapper wrapper) throws Exception {
    SQLException refusal = new SQLException("Cannot unwrap to java.lang.Runnable");
    DRIVER
        .throwing(wrapper.delegate(), "unwrap", refusal)
        .answering(wrapper.delegate(), "isWrapperFor", false);

    assertThatThrownBy(() -> wrapper.unwrap(Runnable.class)).isSameAs(refusal);
    assertThat(wrapper.isWrapperFor(Runnable.class)).isFalse();
  }

  /** MariaDB's statements say no, where its connections throw. */
  @ParameterizedTest
  @MethodSource("wrappers")
  void unwrap_toNull_isLeftToTheDriver(LacunaWrapper wrapper) throws Exception {
    SQLException refusal = new SQLException("Cannot unwrap to null");
    DRIVER
        .throwing(wrapper.delegate(), "unwrap", refusal)
        .answering(wrapper.delegate(), "isWrapperFor", false);
    Wrapper asJdbcKnowsIt = wrapper;

    assertThatThrownBy(() -> asJdbcKnowsIt.unwrap(null)).isSameAs(refusal);
    assertThat(asJdbcKnowsIt.isWrapperFor(null)).isFalse();
  }

  @Test
  void unwrap_toJdbcsInterface_neverLeadsPastTheWrapper() throws Exception {
    LacunaConnection connection =
        LacunaConnection.wrap(Session.TRANSPARENT, DRIVER.stub(Connection.class));
    DRIVER.forgettingCalls();

    assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
    assertThat(DRIVER.calls()).isEmpty();
  }
}
