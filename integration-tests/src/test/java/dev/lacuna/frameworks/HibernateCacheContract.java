package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second-level cache of Hibernate ORM over Lacuna. */
abstract class HibernateCacheContract {

  @Entity(name = "CachedUser")
  @Table(name = "users")
  @Cacheable
  @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
  static class CachedUser {
    @Id int id;
    String name;
    @Nullable String nickname;
    @Version int version;

    CachedUser() {
      this(0, "", null);
    }

    CachedUser(int id, String name, @Nullable String nickname) {
      this.id = id;
      this.name = name;
      this.nickname = nickname;
    }
  }

  private final Engine engine;
  private Users users;

  HibernateCacheContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void createUsers() throws SQLException {
    users = Users.on(engine, "frameworks_hibernate_cache");
  }

  @Test
  void secondLevelCache_showsWhatWasWritten_untilItIsEvicted() throws SQLException {
    try (SessionFactory factory = openCached()) {
      factory.inTransaction(session -> session.persist(new CachedUser(2, "Ben", "benny")));
      assertThat(nickname(factory, 2)).isEqualTo("benny");
      factory.getCache().evictAllRegions();
      assertThat(nickname(factory, 2)).isNull();

      users.migrate();
      users.database().run("UPDATE users SET nickname = 'ben'");

      assertThat(nickname(factory, 2)).isNull();
      factory.getCache().evictAllRegions();
      assertThat(nickname(factory, 2)).isEqualTo("ben");
      assertThat(factory.getStatistics().getSecondLevelCacheHitCount()).isEqualTo(2);
    }
  }

  private SessionFactory openCached() {
    String url = users.url();
    Configuration configuration = new Configuration();
    configuration.addAnnotatedClass(CachedUser.class);
    configuration.setProperty("hibernate.connection.url", url);
    configuration.setProperty("hibernate.cache.region.factory_class", "jcache");
    configuration.setProperty("hibernate.javax.cache.missing_cache_strategy", "create");
    configuration.setProperty("hibernate.generate_statistics", "true");
    return configuration.buildSessionFactory();
  }

  private static @Nullable String nickname(SessionFactory factory, int id) {
    return factory.fromSession(
        session -> Objects.requireNonNull(session.find(CachedUser.class, id)).nickname);
  }
}
