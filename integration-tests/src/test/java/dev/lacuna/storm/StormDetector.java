package dev.lacuna.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A correct runner passes the storm; one that does a known wrong is found out, as what it does. */
abstract class StormDetector {

  private static final Set<TrafficSql> WRITES =
      EnumSet.range(TrafficSql.REGISTER, TrafficSql.RENAME_RETURNING);
  private static final Changes CHANGES = new Changes(5, Duration.ofMillis(300), Way.WITHOUT_SWAP);

  private final Engine engine;
  private final Plan plan;
  private final String undefinedColumn;

  /**
   * @param undefinedColumn the SQLState of a column that is not there
   */
  StormDetector(Engine engine, String undefinedColumn) {
    this.engine = engine;
    this.plan = new Plan(engine, 4, 60, 0, 100, Duration.ofMillis(30));
    this.undefinedColumn = undefinedColumn;
  }

  @Test
  void correctRunner_isClean() throws Exception {
    Storm.Outcome outcome = storm(honest());
    assertThat(outcome.findings().isClean()).as("%s", outcome).isTrue();
    assertThat(outcome.storedWrites()).isPositive();
    assertThat(outcome.vanishedWrites()).isPositive();
  }

  @Test
  void plainDriver_isFoundByItsErrors() throws Exception {
    Storm.Outcome outcome = storm(connection -> new PreparedRunner(connection, engine));
    assertThat(outcome.findings().errors())
        .extracting(Findings.Errors::sqlState)
        .contains(undefinedColumn);
    assertThat(outcome.findings().faultCount()).as("%s", outcome).isZero();
  }

  @Test
  void valueDroppedNowAndThen_isFoundAsLostWrite() throws Exception {
    Storm.Outcome outcome = storm(believing((sql, there) -> there && !(writes(sql) && seldom())));
    assertThat(outcome.findings().count(Fault.LOST_WRITE)).as("%s", outcome).isPositive();
  }

  @Test
  void missingRemembered_isFoundAsStaleRead() throws Exception {
    Storm.Outcome outcome = storm(Forgetful.on(engine));
    assertThat(outcome.findings().count(Fault.STALE_READ)).as("%s", outcome).isPositive();
    assertThat(outcome.findings().count(Fault.LOST_WRITE)).as("%s", outcome).isZero();
  }

  @Test
  void sentTwice_isFoundAsPhantom() throws Exception {
    Storm.Outcome outcome =
        storm(
            connection ->
                new Altered(honest().on(connection)) {
                  @Override
                  public int update(TrafficSql sql, Object... arguments) throws SQLException {
                    int count = super.update(sql, arguments);
                    return sql == TrafficSql.VISIT && seldom()
                        ? super.update(sql, arguments)
                        : count;
                  }
                });
    assertThat(outcome.findings().count(Fault.PHANTOM)).as("%s", outcome).isPositive();
  }

  @Test
  void valueKeptBack_isFoundAsPhantom() throws Exception {
    Storm.Outcome outcome =
        storm(
            connection ->
                new Altered(honest().on(connection)) {
                  @Override
                  public Optional<Row> row(TrafficSql sql, Object... arguments)
                      throws SQLException {
                    Optional<Row> row = super.row(sql, arguments);
                    return sql == TrafficSql.READ && seldom() ? row.map(this::named) : row;
                  }

                  private Row named(Row row) {
                    Mark invented = new Mark(Ledger.deskOf(row.id()), 1);
                    return new Row(row.id(), row.visits(), invented);
                  }
                });
    assertThat(outcome.findings().count(Fault.PHANTOM)).as("%s", outcome).isPositive();
  }

  @Test
  void wrongUpdateCount_isFoundAsMiscount() throws Exception {
    Storm.Outcome outcome =
        storm(
            connection ->
                new Altered(honest().on(connection)) {
                  @Override
                  public int update(TrafficSql sql, Object... arguments) throws SQLException {
                    int count = super.update(sql, arguments);
                    return seldom() ? count - 1 : count;
                  }
                });
    assertThat(outcome.findings().count(Fault.MISCOUNT)).as("%s", outcome).isPositive();
    assertThat(outcome.findings().count(Fault.LOST_WRITE)).as("%s", outcome).isZero();
  }

  private Storm.Outcome storm(SqlRunner.Factory runners) throws Exception {
    TestDatabase database = TestServer.shared(engine).database("storm_detector");
    String url = ReferenceRunner.url(database);
    return new StormRun(database, url, plan, CHANGES).over(runners, 7);
  }

  private SqlRunner.Factory honest() {
    return believing(ReferenceRunner.Look.HONEST);
  }

  private SqlRunner.Factory believing(ReferenceRunner.Look look) {
    return connection -> new ReferenceRunner(connection, engine, look);
  }

  private static boolean writes(TrafficSql sql) {
    return WRITES.contains(sql);
  }

  private static boolean seldom() {
    return ThreadLocalRandom.current().nextInt(20) == 0;
  }

  /** A runner that does as another does, but for what a test alters. */
  private abstract static class Altered implements SqlRunner {

    private final SqlRunner runner;

    Altered(SqlRunner runner) {
      this.runner = runner;
    }

    @Override
    public int update(TrafficSql sql, Object... arguments) throws SQLException {
      return runner.update(sql, arguments);
    }

    @Override
    public int[] batch(TrafficSql sql, List<Object[]> rows) throws SQLException {
      return runner.batch(sql, rows);
    }

    @Override
    public Optional<Row> row(TrafficSql sql, Object... arguments) throws SQLException {
      return runner.row(sql, arguments);
    }

    @Override
    public void close() throws SQLException {
      runner.close();
    }
  }
}
