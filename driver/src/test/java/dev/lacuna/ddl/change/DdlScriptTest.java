package dev.lacuna.ddl.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.AddConstraint;
import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.Change.Attach;
import dev.lacuna.ddl.change.Change.Attachment;
import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.DropConstraint;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.DropTable;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.change.Change.RenameColumn;
import dev.lacuna.ddl.change.Change.RenameTable;
import dev.lacuna.ddl.change.Change.Unknown;
import dev.lacuna.ddl.change.Change.Unrelated;
import dev.lacuna.ddl.change.Constraint.Kind;
import dev.lacuna.engine.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdlScriptTest {

  private static List<Ddl> postgresql(String sql) {
    return DdlScript.read(sql, Dialect.POSTGRESQL);
  }

  private static Change one(String sql, Dialect dialect) {
    List<Ddl> found = DdlScript.read(sql, dialect);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).changes()).hasSize(1);
    return found.get(0).changes().get(0);
  }

  @Test
  void addColumn_isReadWhole() {
    AddColumn add =
        (AddColumn)
            one(
                "alter table Shop.\"Orders\" add column if not exists n numeric(10, 2) not null"
                    + " default 0 check (n > 0)",
                Dialect.POSTGRESQL);

    assertThat(add.ifNotExists()).isTrue();
    assertThat(add.column().name()).isEqualTo("n");
    assertThat(add.column().type()).isEqualTo(SqlType.postgresql("numeric(10,2)"));
    assertThat(add.column().notNull()).isTrue();
    assertThat(add.column().defaultExpression()).isEqualTo("0");
    assertThat(add.column().has(Kind.CHECK)).isTrue();
  }

  @Test
  void names_areAsTheServerStoresThem() {
    assertThat(postgresql("ALTER TABLE Shop.\"Orders\" DROP n").get(0).table())
        .isEqualTo(new ObjectName("shop", "Orders"));
    assertThat(DdlScript.read("ALTER TABLE `Or``ders` DROP n", Dialect.MYSQL).get(0).table())
        .isEqualTo(ObjectName.of("Or`ders"));
  }

  @Test
  void severalChanges_areReadOneByOne() {
    Ddl ddl =
        postgresql(
                "ALTER TABLE orders ADD a int, DROP COLUMN b, ADD CONSTRAINT c CHECK (a > 0) NOT"
                    + " VALID, DROP CONSTRAINT d, RENAME COLUMN e TO f")
            .get(0);

    assertThat(ddl.changes())
        .extracting(Object::getClass)
        .containsExactly(
            AddColumn.class,
            DropColumn.class,
            AddConstraint.class,
            DropConstraint.class,
            RenameColumn.class);
    assertThat(((AddConstraint) ddl.changes().get(2)).constraint().validated()).isFalse();
  }

  @Test
  void script_isTakenApart() {
    String script =
        "-- first\nCREATE TABLE t (id int);\nINSERT INTO t VALUES (1); /* lacuna:allow a-b, c */"
            + " CREATE INDEX i ON t (id); SELECT ';'; DROP TABLE t";

    List<Ddl> found = postgresql(script);

    assertThat(found)
        .extracting(Ddl::sql)
        .containsExactly("CREATE TABLE t (id int)", "CREATE INDEX i ON t (id)", "DROP TABLE t");
    assertThat(found).allMatch(ddl -> script.startsWith(ddl.sql(), ddl.start()));
    assertThat(found)
        .extracting(Ddl::allowed)
        .satisfies(ids -> assertThat(ids.get(1)).containsExactlyInAnyOrder("a-b", "c"));
    assertThat(found.get(0).allowed()).isEmpty();
  }

  @Test
  void routine_isOneStatement() {
    String body = "CREATE PROCEDURE p() BEGIN ALTER TABLE t ADD n int; DROP TABLE t; END";

    assertThat(DdlScript.read(body, Dialect.MYSQL)).hasSize(1);
    assertThat(postgresql("CREATE FUNCTION f() RETURNS void AS $$ DROP TABLE t; $$ LANGUAGE sql"))
        .singleElement()
        .satisfies(ddl -> assertThat(ddl.changes().get(0)).isInstanceOf(Unrelated.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "INSERT INTO alter_table VALUES (1)",
        "WITH x AS (SELECT 1) SELECT * FROM x",
        "SET lock_timeout = '2s'",
        "EXPLAIN SELECT 1",
        "VACUUM orders",
        ""
      })
  void otherStatements_areLeftOut(String sql) {
    assertThat(postgresql(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE orders FROBNICATE",
        "ALTER TABLE orders ADD COLUMN n int FROBNICATED",
        "ALTER TABLE orders ADD COLUMN 'n' int",
        "ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b",
        "DROP OWNED BY clerk",
        "ALTER TABLE orders ADD COLUMN n varchar(40"
      })
  void whatIsNotUnderstood_isUnknown(String sql) {
    assertThat(postgresql(sql))
        .singleElement()
        .satisfies(ddl -> assertThat(ddl.has(Unknown.class)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'",
        "ALTER FUNCTION f() VOLATILE",
        "DROP ROUTINE f()",
        "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
        "ALTER EVENT TRIGGER e DISABLE",
        "DROP EVENT TRIGGER e",
        "CREATE ROLE clerk",
        "ALTER USER clerk SET search_path = shop",
        "DROP GROUP clerks",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO clerk",
        "CREATE TABLESPACE fast LOCATION '/fast'",
        "CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw",
        "CREATE FOREIGN DATA WRAPPER w",
        "CREATE USER MAPPING FOR clerk SERVER other",
        "ALTER SUBSCRIPTION s DISABLE",
        "CREATE UNLOGGED SEQUENCE s",
        "ALTER SYSTEM SET work_mem = '8MB'",
        "CREATE TRUSTED PROCEDURAL LANGUAGE l HANDLER h",
        "ALTER TYPE mood ADD VALUE 'bad'",
        "ALTER STATISTICS s RENAME TO t",
        "CREATE OR REPLACE VIEW v AS SELECT 1"
      })
  void postgresql_whatTouchesNoTable(String sql) {
    assertThat(one(sql, Dialect.POSTGRESQL)).isInstanceOf(Unrelated.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t",
        "CREATE DEFINER=`a`@`%` EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t",
        "ALTER EVENT e DISABLE",
        "ALTER DEFINER=CURRENT_USER EVENT e RENAME TO f",
        "DROP EVENT IF EXISTS e",
        "CREATE DEFINER=`a`@`%` PROCEDURE p() SELECT 1",
        "ALTER PROCEDURE p COMMENT 'x'",
        "DROP FUNCTION f",
        "ALTER ALGORITHM=MERGE VIEW v AS SELECT 1",
        "ALTER SQL SECURITY INVOKER VIEW v AS SELECT 1",
        "CREATE USER clerk IDENTIFIED BY 'x'",
        "DROP ROLE clerk",
        "ALTER INSTANCE ROTATE INNODB MASTER KEY",
        "CREATE RESOURCE GROUP g TYPE = USER",
        "CREATE UNDO TABLESPACE u ADD DATAFILE 'u.ibu'",
        "CREATE SPATIAL REFERENCE SYSTEM 4120 NAME 'x'",
        "CREATE LIBRARY l LANGUAGE JAVASCRIPT AS 'x'",
        "CREATE OR REPLACE PACKAGE p AS FUNCTION f() RETURNS int; END",
        "DROP PREPARE s",
        "CREATE OR REPLACE SEQUENCE s"
      })
  void mysql_whatTouchesNoTable(String sql) {
    assertThat(one(sql, Dialect.MYSQL)).isInstanceOf(Unrelated.class);
  }

  @Test
  void triggers_areTheirTables() {
    for (Dialect dialect : List.of(Dialect.POSTGRESQL, Dialect.MYSQL)) {
      String sql = "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()";
      assertThat(DdlScript.read(sql, dialect).get(0).table()).isEqualTo(ObjectName.of("t"));
    }
    assertThat(postgresql("ALTER TRIGGER r ON t RENAME TO s").get(0).changes())
        .containsExactly(new Attach(Attachment.TRIGGER, true));
    assertThat(postgresql("ALTER PUBLICATION p ADD TABLE t").get(0).changes())
        .containsExactly(new Attach(Attachment.PUBLICATION, true));
  }

  @Test
  void tablesOfOtherKinds_areTables() {
    assertThat(one("ALTER FOREIGN TABLE t ADD COLUMN n int", Dialect.POSTGRESQL))
        .isInstanceOf(AddColumn.class);
    assertThat(one("ALTER MATERIALIZED VIEW v SET TABLESPACE s", Dialect.POSTGRESQL))
        .isInstanceOf(AlterTable.class);
    assertThat(one("DROP FOREIGN TABLE t", Dialect.POSTGRESQL)).isInstanceOf(DropTable.class);
    assertThat(one("DROP MATERIALIZED VIEW v", Dialect.POSTGRESQL)).isInstanceOf(DropTable.class);
    assertThat(one("CREATE FOREIGN TABLE t (n int) SERVER s", Dialect.POSTGRESQL))
        .isInstanceOf(CreateTable.class);
    assertThat(one("ALTER TYPE pair ALTER ATTRIBUTE a TYPE text CASCADE", Dialect.POSTGRESQL))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void mariadb_replacedTable_isDropped() {
    assertThat(DdlScript.read("CREATE OR REPLACE TABLE t (n int)", Dialect.MYSQL).get(0).changes())
        .extracting(Object::getClass)
        .containsExactly(CreateTable.class, DropTable.class);
  }

  @Test
  void mysql_pinsAndPlaces() {
    Ddl ddl =
        DdlScript.read(
                "ALTER TABLE orders ADD COLUMN n int AFTER id, ALGORITHM=INSTANT, LOCK = NONE",
                Dialect.MYSQL)
            .get(0);

    assertThat(ddl.pins()).isEqualTo(new Ddl.Pins("INSTANT", "NONE"));
    assertThat(((AddColumn) ddl.changes().get(0)).position()).isEqualTo(Change.Position.GIVEN);
  }

  @Test
  void mysql_itsOwnForms() {
    assertThat(one("ALTER TABLE t MODIFY n bigint", Dialect.MYSQL))
        .isInstanceOf(ModifyColumn.class);
    assertThat(one("ALTER TABLE t CHANGE n m int", Dialect.MYSQL)).isInstanceOf(ModifyColumn.class);
    assertThat(one("ALTER TABLE t ADD KEY i (n)", Dialect.MYSQL)).isInstanceOf(CreateIndex.class);
    assertThat(one("ALTER TABLE t DROP KEY i", Dialect.MYSQL)).isInstanceOf(DropIndex.class);
    assertThat(one("ALTER TABLE t ENGINE=InnoDB", Dialect.MYSQL)).isInstanceOf(AlterTable.class);
    assertThat(one("RENAME TABLE t TO s", Dialect.MYSQL)).isInstanceOf(RenameTable.class);
    assertThat(one("CREATE TEMPORARY TABLE t (n int)", Dialect.MYSQL))
        .isInstanceOfSatisfying(CreateTable.class, table -> assertThat(table.temporary()).isTrue());
  }
}
