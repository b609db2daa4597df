package dev.lacuna.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring Boot, Spring JDBC and Spring Data JPA over Lacuna. Their page is cut from here. */
abstract class SpringBootContract {

  /** A row. */
  record Row(int id, String name, @Nullable String nickname) {}

  private final Engine engine;
  private TestDatabase database;
  private ConfigurableApplicationContext application;

  SpringBootContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() throws SQLException {
    database = TestServer.shared(engine).database("spring_boot");
    String url = database.lacunaUrl("lacuna.migrations", "classpath:db/migration/*.sql");
    application =
        SpringApplication.run(
            Shop.class,
            "--spring.datasource.url=" + url, // nothing else is swapped
            "--spring.flyway.target=1");
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void jdbcClient_readsAndWrites_beforeAndAfterTheColumnArrives() {
    assertThat(insert(new Row(2, "Ben", "benny"))).isEqualTo(1);
    assertThat(rows()).containsExactly(new Row(1, "Ada", null), new Row(2, "Ben", null));

    migrate();

    assertThat(insert(new Row(3, "Cleo", "c"))).isEqualTo(1);
    assertThat(rows()).endsWith(new Row(3, "Cleo", "c"));
  }

  /** As the next start does, which has no target. */
  private void migrate() {
    Flyway flyway = application.getBean(Flyway.class);
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .target(MigrationVersion.LATEST)
        .load()
        .migrate();
  }

  private List<Row> rows() {
    JdbcClient client = application.getBean(JdbcClient.class);
    // region query
    return client.sql("SELECT id, name, nickname FROM users ORDER BY id").query(Row.class).list();
    // endregion
  }

  private int insert(Row row) {
    JdbcClient client = application.getBean(JdbcClient.class);
    // region update
    return client
        .sql("INSERT INTO users (id, name, nickname) VALUES (:id, :name, :nickname)")
        .paramSource(row)
        .update();
    // endregion
  }

  @Test
  void errors_areTranslatedAsFromTheRealDriver() {
    assertThatThrownBy(() -> insert(new Row(1, "Ada", "again")))
        .isInstanceOf(DuplicateKeyException.class);
    JdbcClient client = application.getBean(JdbcClient.class);
    assertThatThrownBy(() -> client.sql("SELECT nick FROM users").query().listOfRows())
        .isInstanceOf(BadSqlGrammarException.class);
  }

  @Test
  void repository_savesAndFinds_beforeAndAfterTheColumnArrives() {
    UserRepository users = application.getBean(UserRepository.class);
    users.saveAll(batch(100));
    User ada = users.findById(1).orElseThrow();
    ada.nickname = "ace";
    users.save(ada);
    assertThat(users.rename(1, "ace")).isEqualTo(1);
    assertThat(users.findByNickname("ace")).isEmpty();
    assertThat(users.findByNicknameIsNullOrderByNameAsc()).hasSize(51).first().isNotNull();

    migrate();

    users.saveAll(batch(200));
    assertThat(users.rename(1, "ace")).isEqualTo(1);
    assertThat(users.findByNickname("ace")).singleElement().isNotNull();
    assertThat(users.findByNicknameIsNullOrderByNameAsc()).hasSize(50);
  }

  private static List<User> batch(int from) {
    return IntStream.range(from, from + 50)
        .mapToObj(id -> new User(id, "user " + id, "nick " + id))
        .toList();
  }

  @Test
  void version_guardsAnEntity_thatLacksAColumn() {
    UserRepository users = application.getBean(UserRepository.class);
    User mine = users.findById(1).orElseThrow();
    User theirs = users.findById(1).orElseThrow();
    theirs.nickname = "ace";
    users.saveAndFlush(theirs);

    mine.nickname = "countess";
    assertThatThrownBy(() -> users.saveAndFlush(mine))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }
}
