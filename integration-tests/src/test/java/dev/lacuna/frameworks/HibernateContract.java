package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hibernate ORM over Lacuna. What its page shows is cut from here. */
abstract class HibernateContract {

  // region entity
  @Entity(name = "User")
  @Table(name = "users")
  static class User {
    @Id int id;
    String name;
    @Nullable String nickname; // the column is missing
    @Version int version;

    // endregion

    User() {
      this(0, "", null);
    }

    User(int id, String name, @Nullable String nickname) {
      this.id = id;
      this.name = name;
      this.nickname = nickname;
    }
  }

  private final Engine engine;
  private Users users;

  HibernateContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void createUsers() throws SQLException {
    users = Users.on(engine, "frameworks_hibernate");
  }

  private SessionFactory open() {
    String url = users.url() + "&lacuna.metadata=declared";
    // region open
    Configuration configuration = new Configuration();
    configuration.addAnnotatedClass(User.class);
    configuration.setProperty("hibernate.connection.url", url); // jdbc:lacuna:…
    configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
    configuration.setProperty("hibernate.jdbc.batch_size", "20");
    return configuration.buildSessionFactory();
    // endregion
  }

  @Test
  void entity_withAMissingColumn_isSavedLoadedQueriedAndMerged() throws SQLException {
    try (SessionFactory factory = open()) {
      factory.inTransaction(session -> session.persist(new User(2, "Ben", "benny")));
      factory.inTransaction(session -> ada(session).nickname = "ace");

      assertThat(users.read("SELECT version FROM users WHERE id = 1")).isEqualTo("1");
      User ada = factory.fromSession(HibernateContract::ada);
      assertThat(ada.nickname).isNull();
      assertThat(nicknamed(factory)).isEmpty();

      ada.name = "Ada L.";
      ada.nickname = "ace";
      factory.inTransaction(session -> session.merge(ada));
      assertThat(users.read("SELECT name FROM users WHERE id = 1")).isEqualTo("Ada L.");
    }
  }

  @Test
  void batch_isInserted_beforeAndAfterTheColumnArrives() throws SQLException {
    try (SessionFactory factory = open()) {
      insert(factory, 100, 50);
      assertThat(nicknamed(factory)).isEmpty();

      users.migrate();

      insert(factory, 200, 50);
      assertThat(nicknamed(factory)).hasSize(50);
      assertThat(users.read("SELECT count(*) FROM users WHERE nickname IS NOT NULL"))
          .isEqualTo("50");
    }
  }

  private static User ada(Session session) {
    return Objects.requireNonNull(session.find(User.class, 1));
  }

  private static void insert(SessionFactory factory, int from, int count) {
    factory.inTransaction(
        session -> {
          for (int id = from; id < from + count; id++) {
            session.persist(new User(id, "user " + id, "nick " + id));
          }
        });
  }

  private static List<User> nicknamed(SessionFactory factory) {
    return factory.fromSession(
        session ->
            session
                .createSelectionQuery("from User where nickname is not null", User.class)
                .getResultList());
  }
}
