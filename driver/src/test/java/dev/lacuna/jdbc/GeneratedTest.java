package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the generator does with the odd things that a driver's class may have. */
class GeneratedTest {

  /** A vendor's interface, with all that an interface can hold. */
  public interface VendorConnection extends Connection, Supplier<String> {
    long add(byte a, short b, char c, int d, long e, float f, double g, boolean h);

    Object[] arrays(int[] numbers, String[][] names);

    default String greeting() {
      return "the interface's own";
    }

    static String helper() {
      return "nobody's to implement";
    }

    @Override
    String get();

    @Override
    boolean equals(Object other);

    Statement vendorStatement(int kind) throws SQLException;

    PreparedStatement vendorPrepare(String sql) throws SQLException;

    ResultSet vendorRows();

    VendorConnection self();

    VendorRows vendorsOwnRows();
  }

  /** A vendor's type that extends one of JDBC's. */
  public interface VendorRows extends ResultSet {}

  /** The same call with another type of result. */
  public interface Numbered {
    Number number();
  }

  public interface Counted {
    Integer number();
  }

  interface Hidden {
    String secret();
  }

  public sealed interface Closed permits SealedDriver.Member {
    String closed();
  }

  private static final class SealedDriver {
    static final class Member implements Closed {
      @Override
      public String closed() {
        return "closed";
      }
    }
  }

  private final RecordingDriver driver = new RecordingDriver();

  private <T> T wrapped(Class<T> vendor, Connection raw) {
    return vendor.cast(LacunaConnection.wrap(Session.TRANSPARENT, raw));
  }

  private Connection raw(Class<?>... more) {
    return driver.stub(Connection.class, more);
  }

  @Test
  void vendorMethods_ofAllTypes_areForwarded() {
    Connection raw = raw(VendorConnection.class);
    Object[] array = {"text"};
    driver.answering(raw, "add", 28L).answering(raw, "arrays", array);
    VendorConnection vendor = wrapped(VendorConnection.class, raw);

    assertThat(vendor.add((byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, true)).isEqualTo(28);
    assertThat(vendor.arrays(new int[] {1}, new String[0][])).isSameAs(array);
    assertThat(driver.calls().get(0).arguments())
        .containsExactly((byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, true);
  }

  @Test
  void defaultMethod_isTheDelegates_notTheInterfaces() {
    Connection raw = raw(VendorConnection.class);
    driver.answering(raw, "greeting", "the driver's own");

    assertThat(wrapped(VendorConnection.class, raw).greeting()).isEqualTo("the driver's own");
  }

  @Test
  void genericMethod_isForwardedThroughTheBridgeToo() {
    Connection raw = raw(VendorConnection.class);
    driver.answering(raw, "get", "got");
    VendorConnection vendor = wrapped(VendorConnection.class, raw);

    assertThat(vendor.get()).isEqualTo("got");
    assertThat(((Supplier<?>) vendor).get()).isEqualTo("got");
  }

  @Test
  void vendorMethod_thatReturnsAJdbcObject_returnsItWrapped() throws Exception {
    PreparedStatement rawPrepared = driver.stub(PreparedStatement.class);
    Connection raw = raw(VendorConnection.class);
    driver.answering(raw, "vendorStatement", rawPrepared);
    VendorConnection vendor = wrapped(VendorConnection.class, raw);

    assertThat(vendor.vendorStatement(1))
        .isInstanceOf(LacunaPreparedStatement.class)
        .satisfies(statement -> assertThat(statement.getConnection()).isSameAs(vendor));
    assertThat(vendor.vendorPrepare("SELECT 1")).isInstanceOf(LacunaPreparedStatement.class);
    assertThat(vendor.vendorRows()).isInstanceOf(LacunaResultSet.class);
  }

  @Test
  void vendorMethod_thatReturnsTheConnectionItself_returnsTheWrapper() {
    Connection raw = raw(VendorConnection.class);
    VendorConnection vendor = wrapped(VendorConnection.class, raw);

    driver.answering(raw, "self", null);
    assertThat(vendor.self()).isNull();
    driver.answering(raw, "self", raw);
    assertThat(vendor.self()).isSameAs(vendor);
  }

  @Test
  void vendorMethod_thatReturnsAnotherConnection_returnsItsOneWrapper() throws Exception {
    Connection raw = raw(VendorConnection.class);
    Connection server = raw(VendorConnection.class);
    Connection another = raw(VendorConnection.class);
    driver.answering(server, "createStatement", driver.stub(Statement.class));
    VendorConnection vendor = wrapped(VendorConnection.class, raw);

    driver.answering(raw, "self", server);
    VendorConnection wrapper = vendor.self();

    assertThat(wrapper).isInstanceOf(LacunaConnection.class).isNotSameAs(vendor);
    assertThat(vendor.self()).isSameAs(wrapper);
    assertThat(((Connection) wrapper).createStatement().getConnection()).isSameAs(wrapper);
    driver.answering(server, "self", raw);
    assertThat(wrapper.self()).isSameAs(vendor);
    driver.answering(server, "self", another).answering(raw, "self", another);
    assertThat(wrapper.self()).isSameAs(vendor.self()).isNotSameAs(wrapper);
  }

  @Test
  void vendorMethod_thatReturnsAVendorsType_returnsItWrapped() {
    Connection raw = raw(VendorConnection.class);
    driver.answering(raw, "vendorsOwnRows", driver.stub(ResultSet.class, VendorRows.class));

    assertThat(wrapped(VendorConnection.class, raw).vendorsOwnRows())
        .isInstanceOf(LacunaResultSet.class)
        .isInstanceOf(VendorRows.class);
  }

  @Test
  void sameCall_withTwoTypesOfResult_isImplementedForBoth() {
    Connection raw = driver.stub(Connection.class, TwoNumbers.INTERFACES);
    driver.answering(raw, "number", 7);
    Connection connection = LacunaConnection.wrap(Session.TRANSPARENT, raw);

    assertThat(((Numbered) connection).number()).isEqualTo(7);
    assertThat(((Counted) connection).number()).isEqualTo(7);
  }

  private static final class TwoNumbers {
    static final Class<?>[] INTERFACES = {Numbered.class, Counted.class};
  }

  @Test
  void interface_thatNobodyElseCanImplement_isLeftOut() {
    assertThat(Surface.of(HiddenDriver.class).interfaces())
        .contains(Statement.class)
        .doesNotContain(Hidden.class);
    assertThat(Surface.of(SealedDriver.Member.class).interfaces()).isEmpty();
  }

  private abstract static class HiddenDriver implements Hidden, Statement {}

  @Test
  void interfaces_comeInTheDriversOrder() {
    abstract class Driver implements VendorConnection {}

    assertThat(Surface.of(Driver.class).interfaces())
        .startsWith(VendorConnection.class)
        .contains(Connection.class, Supplier.class);
  }

  @Test
  void methodThatAVendorRepeats_isJdbcs() {
    abstract class Driver implements RepeatingConnection {}

    assertThat(Surface.of(Driver.class).methods())
        .contains(Methods.named(Connection.class, "close"))
        .doesNotContain(Methods.named(RepeatingConnection.class, "close"));
  }

  public interface RepeatingConnection extends Connection {
    @Override
    void close() throws SQLException;
  }

  @Test
  void toString_isTheDrivers() {
    Connection raw = raw();
    Statement statement =
        LacunaStatement.wrap(
            LacunaConnection.wrap(Session.TRANSPARENT, raw), driver.stub(Statement.class));

    assertThat(statement).hasToString(((LacunaStatement) statement).delegate().toString());
  }

  @Test
  void equalsAndHashCode_areIdentity_whateverTheDriverSays() {
    Connection raw = raw(VendorConnection.class);
    Connection one = LacunaConnection.wrap(Session.TRANSPARENT, raw);
    Connection other = LacunaConnection.wrap(Session.TRANSPARENT, raw);

    assertThat(one).isNotEqualTo(other).isNotEqualTo(raw);
    assertThat(one.hashCode()).isEqualTo(System.identityHashCode(one));
  }

  @Test
  void class_isGeneratedOnce() {
    Class<?> first = LacunaConnection.wrap(Session.TRANSPARENT, raw()).getClass();

    assertThat(LacunaConnection.wrap(Session.TRANSPARENT, raw()).getClass()).isSameAs(first);
    assertThat(first.getName()).startsWith("dev.lacuna.jdbc.LacunaConnection$ConnectionStub");
  }

  @Test
  void interface_withAMethodOfAMissingType_isLeftOut() throws Exception {
    ClassLoader loader = ClassLoaders.copying(Optional.class, OptionalDriver.class);
    Class<?> delegate = loader.loadClass(OptionalDriver.class.getName());

    assertThat(Surface.of(delegate).interfaces())
        .contains(Statement.class)
        .noneMatch(type -> type.getName().equals(Optional.class.getName()));
  }

  /** Asks for a type that is not on the class path. */
  public interface Optional {
    Missing missing();
  }

  public interface Missing {}

  abstract static class OptionalDriver implements Optional, Statement {}

  @Test
  void failureOfTheDriver_inAVendorMethod_comesBackUntouched() {
    Connection raw = raw(VendorConnection.class);
    Error error = new AssertionError("the driver's own");
    driver.throwing(raw, "vendorRows", error);

    assertThatThrownBy(() -> wrapped(VendorConnection.class, raw).vendorRows()).isSameAs(error);
  }
}
