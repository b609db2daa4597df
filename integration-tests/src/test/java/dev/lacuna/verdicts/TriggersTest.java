package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.ddl.rules.Finding;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of a table's triggers is what they do. */
class TriggersTest {

  private static final String DROP = "ALTER TABLE orders DROP COLUMN note";
  private static final String RENAME = "ALTER TABLE orders RENAME COLUMN note TO remark";
  private static final String WRITE = "INSERT INTO orders (id) VALUES (%d)";

  private static final String TABLES =
      """
      CREATE TABLE log (id int);
      CREATE TABLE orders (id int PRIMARY KEY, quantity int, note varchar(40));
      INSERT INTO orders (id) VALUES (1), (2), (3);
      """;

  private static final String MYSQL =
      TABLES
          + """
          CREATE TRIGGER tidy BEFORE INSERT ON orders FOR EACH ROW SET NEW.note = TRIM(NEW.note);
          CREATE TRIGGER logged AFTER UPDATE ON orders FOR EACH ROW INSERT INTO log VALUES (NEW.id);
          """;

  private static final String POSTGRESQL =
      TABLES
          + """
          CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN NEW.note := trim(NEW.note); RETURN NEW; END $$;
          CREATE FUNCTION logged() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NEW; END $$;
          CREATE TRIGGER tidy BEFORE INSERT ON orders FOR EACH ROW EXECUTE PROCEDURE tidy();
          CREATE TRIGGER logged AFTER UPDATE ON orders FOR EACH ROW EXECUTE PROCEDURE logged();
          CREATE TRIGGER of_quantity AFTER UPDATE OF quantity ON orders
            FOR EACH ROW EXECUTE PROCEDURE logged();
          """;

  @Test
  void postgresql_triggers_areToldOf() throws SQLException {
    assertTold(Engine.POSTGRESQL, POSTGRESQL, "ALTER TABLE orders ADD n float DEFAULT random()");
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_triggers_areToldOf() throws SQLException {
    assertTold(Engine.MYSQL, MYSQL, "ALTER TABLE orders ADD COLUMN n int DEFAULT (3)");
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_triggers_areToldOf() throws SQLException {
    assertTold(Engine.MARIADB, MYSQL, "ALTER TABLE orders ADD COLUMN n float DEFAULT (rand())");
  }

  private static void assertTold(Engine engine, String script, String backfilled)
      throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("triggers");
    database.run(script);
    assertBackfillFires(database, backfilled);
    assertBreaks(database, RENAME, 4);
    database.run(RENAME.replace("note TO remark", "remark TO note"));
    database.run(WRITE.formatted(5));
    assertBreaks(database, DROP, 6);
  }

  /** One trigger fires for each row, and no other is named. */
  private static void assertBackfillFires(TestDatabase database, String sql) throws SQLException {
    Finding finding = findings(database, sql).get(0);
    assertThat(finding.instead()).contains("The backfill fires the trigger logged for each row");
    for (String step : finding.sql()) {
      database.run(step);
    }
    assertThat(database.read("SELECT COUNT(*) FROM log")).isEqualTo("3");
  }

  /** The statement succeeds; what comes later fails. */
  private static void assertBreaks(TestDatabase database, String sql, int id) throws SQLException {
    assertThat(findings(database, sql))
        .filteredOn(finding -> finding.rule().equals("trigger-names-column"))
        .singleElement()
        .extracting(Finding::why)
        .isEqualTo("the trigger tidy may speak of note: then every write that fires it fails.");
    database.run(sql);
    assertThatThrownBy(() -> database.run(WRITE.formatted(id)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("note");
  }

  private static List<Finding> findings(TestDatabase database, String sql) throws SQLException {
    Ddl ddl = DdlScript.read(sql, database.engine().dialect()).get(0);
    try (Connection connection = database.plain()) {
      return new Judge(Set.of())
          .judge(ddl, FactsLoader.of(database.engine(), connection).load(ddl), new Context())
          .findings();
    }
  }
}
