package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.jdbc.RecordingDriver.Call;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappedResultSetTest {

  /** Columns 1 and 2 are the delegate's; the third, {@code nickname}, is the companion's first. */
  public abstract static class WithNickname extends MappedResultSet {

    private final ResultSet companion;
    private ResultSet last;

    public record Source(LacunaConnection origin, ResultSet companion) {}

    protected WithNickname(Source source, ResultSet resultSet) {
      super(source.origin(), resultSet);
      companion = source.companion();
      last = resultSet;
    }

    @Override
    protected ResultSet source(int index) {
      last = index == 3 ? companion : resultSet;
      return last;
    }

    @Override
    protected int position(int index) {
      return index == 3 ? 1 : index;
    }

    @Override
    public int findColumn(String label) throws SQLException {
      return label.equals("nickname") ? 3 : resultSet.findColumn(label);
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
      return resultSet.getMetaData();
    }

    @Override
    public boolean wasNull() throws SQLException {
      return last.wasNull();
    }
  }

  /** Forgets that the columns are not the delegate's. */
  public abstract static class Unfinished extends MappedResultSet {
    protected Unfinished(LacunaConnection origin, ResultSet resultSet) {
      super(origin, resultSet);
    }
  }

  /** Takes a class that another loader could not cast to. */
  public abstract static class Closed extends LacunaResultSet {
    protected Closed(Secret secret, ResultSet resultSet) {
      super(secret.origin(), resultSet);
    }

    record Secret(LacunaConnection origin) {}
  }

  /** A driver's own getters. */
  public interface VendorRows extends ResultSet {
    String getRaw(int column, long from);

    String getRaw(String label, long from);

    String getPlan(String format);
  }

  private static final WrapperFactory<WithNickname.Source, ResultSet, WithNickname> RESULT_SETS =
      new WrapperFactory<>(WithNickname.class);

  private final RecordingDriver driver = new RecordingDriver();
  private final ResultSet raw = driver.stub(VendorRows.class);
  private final ResultSet companion = driver.stub(VendorRows.class);
  private final LacunaConnection connection =
      LacunaConnection.wrap(Session.TRANSPARENT, driver.stub(Connection.class));
  private ResultSet rows = raw;

  @BeforeEach
  void wrap() {
    rows = RESULT_SETS.wrap(new WithNickname.Source(connection, companion), raw);
    driver.answering(raw, "findColumn", 2);
  }

  private static Stream<Method> accessors(Class<?> first) {
    return Stream.of(ResultSet.class.getMethods())
        .filter(method -> method.getName().matches("(get|update).*"))
        .filter(method -> List.of(method.getParameterTypes()).indexOf(first) == 0);
  }

  static Stream<Method> byIndex() {
    return accessors(int.class);
  }

  static Stream<Method> byLabel() {
    return accessors(String.class);
  }

  @Test
  void jdbc_hasEachAccessorTwice() {
    assertThat(byIndex()).hasSizeGreaterThan(70).hasSameSizeAs(byLabel().toList());
  }

  @ParameterizedTest
  @MethodSource("byIndex")
  void accessorByIndex_goesToTheColumnsSource(Method accessor) throws Exception {
    @Nullable Object[] arguments = samplesFor(accessor);

    accessor.invoke(rows, with(arguments, 3));
    accessor.invoke(rows, with(arguments, 2));

    assertThat(driver.calls())
        .containsExactly(
            new Call(companion, Signature.of(accessor), Arrays.asList(with(arguments, 1))),
            new Call(raw, Signature.of(accessor), Arrays.asList(with(arguments, 2))));
  }

  @ParameterizedTest
  @MethodSource("byLabel")
  void accessorByLabel_goesToTheColumnsSource_byItsIndex(Method accessor) throws Exception {
    @Nullable Object[] arguments = samplesFor(accessor);
    Class<?>[] types = accessor.getParameterTypes();
    types[0] = int.class;
    Signature byIndex = Signature.of(ResultSet.class.getMethod(accessor.getName(), types));

    accessor.invoke(rows, with(arguments, "nickname"));
    accessor.invoke(rows, with(arguments, "name"));

    assertThat(driver.calls().stream().filter(call -> !call.method().name().equals("findColumn")))
        .containsExactly(
            new Call(companion, byIndex, Arrays.asList(with(arguments, 1))),
            new Call(raw, byIndex, Arrays.asList(with(arguments, 2))));
  }

  @Test
  void valueOfTheColumn_comesFromItsSource() throws Exception {
    driver
        .answering(raw, "getString", "Ann")
        .answering(companion, "getString", "none")
        .answering(raw, "getLong", 7L)
        .answering(companion, "wasNull", true)
        .answering(raw, "wasNull", false);

    assertThat(rows.getString(1)).isEqualTo("Ann");
    assertThat(rows.wasNull()).isFalse();
    assertThat(rows.getString("nickname")).isEqualTo("none");
    assertThat(rows.wasNull()).isTrue();
    assertThat(rows.getLong("id")).isEqualTo(7);
  }

  @Test
  void driversOwnAccessors_areMappedToo_andOthersForwarded() {
    VendorRows vendor = (VendorRows) rows;

    vendor.getRaw(3, 5L);
    vendor.getRaw("nickname", 6L);
    vendor.getPlan("text");

    assertThat(driver.calls().stream().map(Call::target))
        .containsExactly(companion, companion, raw);
    assertThat(driver.calls().stream().map(Call::arguments))
        .containsExactly(List.of(1, 5L), List.of(1, 6L), List.of("text"));
  }

  @Test
  void cursorInAColumn_isAdopted() throws Exception {
    driver.answering(companion, "getObject", driver.stub(ResultSet.class));

    assertThat(rows.getObject("nickname")).isInstanceOf(LacunaResultSet.class);
  }

  @Test
  void allElse_goesToTheDelegate() throws Exception {
    rows.next();
    rows.getRow();
    rows.updateRow();
    rows.getFetchSize();

    assertThat(driver.calls()).hasSize(4).allMatch(call -> call.target() == raw);
  }

  @Test
  void subclass_thatLeavesTheMetaDataToTheDelegate_isRefused() {
    WrapperFactory<LacunaConnection, ResultSet, Unfinished> factory =
        new WrapperFactory<>(Unfinished.class);

    assertThatThrownBy(() -> factory.wrap(connection, raw))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MappedResultSetTest$Unfinished does not implement");
  }

  @Test
  void baseClass_thatTakesWhatIsNotPublic_isRefused() {
    assertThatThrownBy(() -> new WrapperFactory<>(Closed.class))
        .hasMessage(
            "dev.lacuna.jdbc.MappedResultSetTest$Closed$Secret, which the constructor of"
                + " dev.lacuna.jdbc.MappedResultSetTest$Closed takes, is not public");
  }

  private @Nullable Object[] samplesFor(Method accessor) {
    return Stream.of(accessor.getParameterTypes()).map(type -> Samples.of(type, driver)).toArray();
  }

  private static @Nullable Object[] with(@Nullable Object[] arguments, Object first) {
    @Nullable Object[] changed = arguments.clone();
    changed[0] = first;
    return changed;
  }
}
