package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What Hibernate's {@code hbm2ddl.auto=update} sends is judged, guarded and recorded. */
class HibernateUpdateTest {

  /** The table has only the first two columns. */
  @Entity
  @Table(name = "users", indexes = @Index(name = "users_name", columnList = "name"))
  static class User {
    @Id int id;
    @Nullable String name;

    @Column(length = 40)
    @Nullable String nickname;

    @Column(length = 80, unique = true)
    @Nullable String email;

    @ManyToOne @Nullable Shop shop;
  }

  /** There is no such table. */
  @Entity
  @Table(name = "shops")
  static class Shop {
    @Id int id;
  }

  private static final String USERS =
      "CREATE TABLE users (id int NOT NULL PRIMARY KEY, name varchar(255));"
          + " INSERT INTO users VALUES (1, 'Ada')";

  private final List<String> verdicts = new ArrayList<>();

  @Test
  void postgresql_update_isJudgedGuardedAndRecorded() throws SQLException {
    assertUpdates(
        Engine.POSTGRESQL,
        "Safe: alter table if exists users add column email varchar(80)",
        "Safe: alter table if exists users add column nickname varchar(40)",
        "Dangerous [create-index-blocks-writes]: create index users_name on users (name)",
        "Dangerous [add-unique-constraint]: alter table if exists users add constraint",
        "Dangerous [add-foreign-key, foreign-key-without-index]: alter table if exists users add");
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_update_isJudgedGuardedAndRecorded() throws SQLException {
    assertUpdates(
        Engine.MYSQL,
        "Safe: alter table users add column email varchar(80)",
        "Safe: alter table users add column nickname varchar(40)",
        "Safe: create index users_name on users (name)",
        "Safe: alter table users add constraint",
        "Dangerous [add-foreign-key]: alter table users add constraint");
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_update_isJudgedGuardedAndRecorded() throws SQLException {
    assertUpdates(
        Engine.MARIADB,
        "Safe: alter table if exists users add column email varchar(80)",
        "Safe: alter table if exists users add column nickname varchar(40)",
        "Safe: create index users_name on users (name)",
        "Safe: alter table if exists users add constraint",
        "Caution [add-foreign-key]: alter table if exists users add constraint");
  }

  private void assertUpdates(Engine engine, String... said) throws SQLException {
    for (String mode : List.of("log", "guard")) {
      verdicts.clear();
      TestDatabase database = TestServer.shared(engine).database("hibernate_update");
      database.run(USERS);
      update(database, mode, "");

      assertThat(database.read("SELECT COUNT(*) FROM users WHERE nickname IS NULL")).isEqualTo("1");
      for (String verdict : said) {
        assertThat(verdicts).as("%s %s", engine, mode).anyMatch(text -> text.startsWith(verdict));
      }
      assertThat(verdicts).noneMatch(text -> text.contains("unknown-statement"));
      assertThat(recorded(database, "succeeded")).hasSizeGreaterThanOrEqualTo(said.length);
      update(database, mode, "");
      assertCanBeRepeated(database);
    }
    assertGivesWay(engine);
  }

  /** Opens a session factory, which brings the tables up to date. */
  private void update(TestDatabase database, String mode, String options) {
    Logger hibernate = (Logger) LoggerFactory.getLogger("org.hibernate");
    Logger log = (Logger) LoggerFactory.getLogger("dev.lacuna.ddl");
    Level before = log.getLevel();
    hibernate.setLevel(Level.OFF); // it logs what gave way, with its stack trace
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    log.addAppender(seen);
    log.setLevel(Level.DEBUG);
    log.setAdditive(false);
    String url = database.lacunaUrl("lacuna.ddl", mode) + "&lacuna.history=on" + options;
    try (SessionFactory factory =
        new Configuration()
            .addAnnotatedClasses(User.class, Shop.class)
            .setProperty("hibernate.connection.url", url)
            .setProperty("hibernate.hbm2ddl.auto", "update")
            .buildSessionFactory()) {
      assertThat(factory.isOpen()).isTrue();
    } finally {
      hibernate.setLevel(null);
      log.setAdditive(true);
      log.setLevel(before);
      log.detachAppender(seen);
    }
    seen.list.forEach(event -> verdicts.add(onOneLine(event.getFormattedMessage())));
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static List<String> recorded(TestDatabase database, String outcome) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT statement FROM lacuna_history WHERE outcome LIKE '" + outcome + "%'")) {
      while (rows.next()) {
        statements.add(rows.getString(1));
      }
    }
    return statements;
  }

  /** As by another instance that starts at the same time, and has seen the old table. */
  private static void assertCanBeRepeated(TestDatabase database) throws SQLException {
    List<String> added =
        recorded(database, "succeeded").stream().filter(sql -> sql.contains("add column")).toList();
    assertThat(added).hasSizeGreaterThanOrEqualTo(3);
    try (Connection connection =
            DriverManager.getConnection(database.lacunaUrl("lacuna.ddl", "guard"));
        Statement statement = connection.createStatement()) {
      for (String sql : added) {
        statement.execute(sql);
        SQLWarning warning = statement.getWarnings();
        assertThat(warning == null ? "" : warning.getMessage()).as(sql).contains("same definition");
      }
    }
  }

  /** Hibernate goes on without the column; nobody has waited for long behind its statement. */
  private void assertGivesWay(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("hibernate_update");
    database.run(USERS);
    try (Connection reader = database.plain();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.executeQuery("SELECT * FROM users").close();
      update(database, "guard", "&lacuna.ddl.lock-timeout=1s&lacuna.ddl.retries=0");
      reader.rollback();
    }
    assertThat(recorded(database, "failed")).anyMatch(sql -> sql.contains("add column nickname"));
    assertThat(recorded(database, "succeeded")).anyMatch(sql -> sql.contains("create table shops"));
    update(database, "guard", "");
    assertThat(database.read("SELECT COUNT(*) FROM users WHERE nickname IS NULL")).isEqualTo("1");
  }
}
