package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.jdbc.RecordingDriver.Call;
import dev.lacuna.rewrite.ParameterMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BindingsTest {

  private static final ParameterMap SAME = ParameterMap.IDENTITY;

  /** Keeps the bindings, as the text may be another one later. */
  public abstract static class Keeping extends BindingStatement {

    private final Bindings bindings = new Bindings();

    protected Keeping(LacunaConnection origin, PreparedStatement prepared) {
      super(origin, prepared);
    }

    @Override
    protected int marker(int index) {
      return 0;
    }

    @Override
    protected void keep(Binder binder, int index, @Nullable Object[] arguments) {
      bindings.keep(index, binder, arguments);
    }

    @Override
    protected void bind(Binder binder, int index, @Nullable Object[] arguments)
        throws SQLException {
      bindings.bind(delegate(), SAME, index, binder, arguments);
    }
  }

  private static final WrapperFactory<LacunaConnection, PreparedStatement, Keeping> STATEMENTS =
      new WrapperFactory<>(Keeping.class);

  private final RecordingDriver driver = new RecordingDriver();
  private final PreparedStatement raw = driver.stub(PreparedStatement.class);
  private final PreparedStatement other = driver.stub(PreparedStatement.class);
  private final Keeping statement =
      STATEMENTS.wrap(
          LacunaConnection.wrap(Session.TRANSPARENT, driver.stub(Connection.class)), raw);

  private List<List<@Nullable Object>> boundTo(PreparedStatement target) {
    return driver.calls().stream()
        .filter(call -> call.target() == target)
        .map(Call::arguments)
        .toList();
  }

  @Test
  void laterValue_takesTheEarlierOnesPlace() throws Exception {
    statement.setInt(2, 20);
    statement.setInt(1, 10);
    statement.setString(2, "later");

    statement.bindings.applyTo(other, SAME);

    assertThat(boundTo(raw)).hasSize(3);
    assertThat(boundTo(other)).containsExactly(List.of(1, 10), List.of(2, "later"));
  }

  @Test
  void parameter_goesToAllItsMarkers() throws Exception {
    statement.setInt(1, 10);

    statement.bindings.applyTo(other, ParameterMap.of(1, 2, 1));

    assertThat(boundTo(other)).containsExactly(List.of(1, 10), List.of(3, 10));
  }

  @Test
  void copy_staysAsItWas() throws Exception {
    statement.setInt(1, 10);
    Bindings copy = statement.bindings.copy();
    statement.setInt(1, 11);
    statement.bindings.clear();

    copy.applyTo(other, SAME);

    assertThat(boundTo(other)).containsExactly(List.of(1, 10));
  }

  @Test
  void value_thatTheDriverRefuses_isNotKept() throws Exception {
    SQLException refusal = new SQLException("The column index is out of range: 7", "22023");
    driver.throwing(raw, "setInt", refusal);

    assertThatThrownBy(() -> statement.setInt(7, 1)).isSameAs(refusal);
    statement.bindings.applyTo(other, SAME);

    assertThat(boundTo(other)).isEmpty();
  }
}
