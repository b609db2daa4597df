package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jdbi over Lacuna. What its page shows is cut from here. */
abstract class JdbiContract {

  private final Engine engine;
  private Users users;
  private Jdbi jdbi;

  JdbiContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void createUsers() throws SQLException {
    users = Users.on(engine, "frameworks_jdbi");
    String url = users.url();
    // region open
    jdbi = Jdbi.create(url); // jdbc:lacuna:…
    jdbi.registerRowMapper(ConstructorMapper.factory(User.class));
    // endregion
  }

  @Test
  void rows_areWrittenAndRead_beforeAndAfterTheColumnArrives() throws SQLException {
    try (Handle handle = jdbi.open()) {
      assertThat(insert(handle, new User(2, "Ben", "benny"))).isEqualTo(1);
      assertThat(all(handle)).containsExactly(new User(1, "Ada", null), new User(2, "Ben", null));
      assertThat(found(handle, "benny")).isEmpty();

      users.migrate();

      assertThat(insert(handle, new User(3, "Cleo", "c"))).isEqualTo(1);
      assertThat(all(handle)).endsWith(new User(3, "Cleo", "c"));
      assertThat(found(handle, "c")).containsExactly(3);
    }
  }

  private static List<User> all(Handle handle) {
    // region query
    return handle
        .createQuery("SELECT id, name, nickname FROM users ORDER BY id")
        .mapTo(User.class)
        .list();
    // endregion
  }

  private static int insert(Handle handle, User user) {
    // region update
    return handle
        .createUpdate("INSERT INTO users (id, name, nickname) VALUES (:id, :name, :nickname)")
        .bind("id", user.id())
        .bind("name", user.name())
        .bind("nickname", user.nickname())
        .execute();
    // endregion
  }

  private static List<Integer> found(Handle handle, String nickname) {
    return handle
        .createQuery("SELECT id FROM users WHERE nickname IN (<nicknames>)")
        .bindList("nicknames", nickname, "nobody")
        .mapTo(Integer.class)
        .list();
  }

  @Test
  void batch_isWritten_beforeAndAfterTheColumnArrives() throws SQLException {
    assertThat(jdbi.<int[], RuntimeException>inTransaction(handle -> batch(handle, 100)))
        .containsOnly(1)
        .hasSize(20);

    users.migrate();

    assertThat(jdbi.<int[], RuntimeException>inTransaction(handle -> batch(handle, 200)))
        .containsOnly(1)
        .hasSize(20);
    assertThat(users.read("SELECT count(nickname) FROM users")).isEqualTo("20");
  }

  private static int[] batch(Handle handle, int from) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO users (id, name, nickname) VALUES (:id, :name, :nickname)");
    for (int id = from; id < from + 20; id++) {
      batch.bind("id", id).bind("name", "user").bind("nickname", "nick " + id).add();
    }
    return batch.execute();
  }
}
