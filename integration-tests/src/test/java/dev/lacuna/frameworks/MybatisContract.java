package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MyBatis over Lacuna. What its page shows is cut from here. */
abstract class MybatisContract {

  // region mapper
  interface UserMapper {
    @Select("SELECT id, name, nickname FROM users ORDER BY id")
    List<User> all();

    @Select("SELECT * FROM users WHERE id = #{id}")
    UserBean byId(int id);

    @Insert("INSERT INTO users (id, name, nickname) VALUES (#{id}, #{name}, #{nickname})")
    int insert(User user);

    @Update("UPDATE users SET nickname = #{nickname} WHERE id = #{id}")
    int rename(User user);
  }

  // endregion

  /** Filled by the labels of a result's columns. */
  static class UserBean {
    int id;
    @Nullable String name;
    @Nullable String nickname;
  }

  private final Engine engine;
  private Users users;
  private PooledDataSource pool;
  private SqlSessionFactory sessions;

  MybatisContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void createUsers() throws SQLException {
    users = Users.on(engine, "frameworks_mybatis");
    String url = users.url();
    // region open
    pool = new PooledDataSource("dev.lacuna.LacunaDriver", url, null, null);
    Configuration configuration =
        new Configuration(new Environment("shop", new JdbcTransactionFactory(), pool));
    configuration.addMapper(UserMapper.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
    // endregion
  }

  @AfterEach
  void close() {
    pool.forceCloseAll();
  }

  @Test
  void rows_areWrittenAndRead_beforeAndAfterTheColumnArrives() throws SQLException {
    try (SqlSession session = sessions.openSession(true)) {
      UserMapper mapper = session.getMapper(UserMapper.class);
      assertThat(mapper.insert(new User(2, "Ben", "benny"))).isEqualTo(1);
      assertThat(mapper.rename(new User(1, "Ada", "ace"))).isEqualTo(1);
      assertThat(mapper.all()).containsExactly(new User(1, "Ada", null), new User(2, "Ben", null));
      assertThat(mapper.byId(1).nickname).isNull();

      users.migrate();

      assertThat(mapper.rename(new User(1, "Ada", "ace"))).isEqualTo(1);
      assertThat(mapper.all()).contains(new User(1, "Ada", "ace"));
      assertThat(mapper.byId(1).nickname).isEqualTo("ace");
    }
  }

  @Test
  void batch_isWritten_beforeAndAfterTheColumnArrives() throws SQLException {
    insert(100);
    assertThat(users.read("SELECT count(*) FROM users")).isEqualTo("21");

    users.migrate();

    insert(200);
    assertThat(users.read("SELECT count(nickname) FROM users")).isEqualTo("20");
  }

  private void insert(int from) {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      UserMapper mapper = session.getMapper(UserMapper.class);
      for (int id = from; id < from + 20; id++) {
        mapper.insert(new User(id, "user", "nick " + id));
      }
      session.commit();
    }
  }
}
