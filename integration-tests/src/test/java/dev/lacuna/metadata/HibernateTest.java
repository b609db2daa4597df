package dev.lacuna.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hibernate validates its entities against a database that lacks their declared columns. */
class HibernateTest {

  private static final String DECLARED =
      "users.nickname varchar(40); users.credit numeric(10,2) not null default 0;"
          + " users.joined timestamptz default now(); users.mood mood";

  /** One of the table's own columns, and declared ones of several types. */
  @Entity
  @Table(name = "users")
  static class User {

    @Id int id;

    @Nullable String name;

    @Column(length = 40)
    @Nullable String nickname;

    @Column(nullable = false, precision = 10, scale = 2)
    BigDecimal credit = BigDecimal.ZERO;

    @Nullable OffsetDateTime joined;

    @Column(columnDefinition = "mood")
    @Nullable String mood;
  }

  private final TestDatabase database = TestServer.shared().database("hibernate");

  HibernateTest() throws SQLException {
    database.run(
        "CREATE TYPE mood AS ENUM ('calm'); CREATE TABLE users (id int PRIMARY KEY, name"
            + " varchar(255)); INSERT INTO users VALUES (1, 'Ada')");
  }

  private SessionFactory validated(String option) {
    return new Configuration()
        .addAnnotatedClass(User.class)
        .setProperty("hibernate.connection.url", database.lacunaUrl(DECLARED) + option)
        .setProperty("hibernate.hbm2ddl.auto", "validate")
        .buildSessionFactory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grouped", "individually"})
  void validate_declared_passesAndReads(String strategy) {
    System.setProperty("hibernate.hbm2ddl.jdbc_metadata_extraction_strategy", strategy);
    try (SessionFactory factory = validated("&lacuna.metadata=declared")) {
      User user =
          Objects.requireNonNull(factory.fromSession(session -> session.find(User.class, 1)));
      assertThat(user.name).isEqualTo("Ada");
      assertThat(user.nickname).isNull();
      assertThat(user.credit).isEqualByComparingTo("0");
    } finally {
      System.clearProperty("hibernate.hbm2ddl.jdbc_metadata_extraction_strategy");
    }
  }

  @Test
  void validate_actual_tellsTheTruth() {
    assertThatThrownBy(() -> validated("&lacuna.metadata=actual"))
        .isInstanceOf(SchemaManagementException.class)
        .hasMessageContaining("missing column")
        .hasMessageContaining("users");
  }
}
