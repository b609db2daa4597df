package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** jOOQ over Lacuna. What its page shows is cut from here. */
abstract class JooqContract {

  private static final Table<Record> USERS = DSL.table(DSL.name("users"));
  private static final Field<Integer> ID = DSL.field(DSL.name("users", "id"), SQLDataType.INTEGER);
  private static final Field<String> NAME =
      DSL.field(DSL.name("users", "name"), SQLDataType.VARCHAR(40));
  private static final Field<String> NICKNAME =
      DSL.field(DSL.name("users", "nickname"), SQLDataType.VARCHAR(40));

  private final Engine engine;
  private Users users;
  private Connection connection;
  private DSLContext jooq;

  JooqContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeAll
  static void saveTheScreen() {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  @BeforeEach
  void createUsers() throws SQLException {
    users = Users.on(engine, "frameworks_jooq");
    String url = users.url();
    // region open
    connection = DriverManager.getConnection(url); // jdbc:lacuna:…
    jooq = DSL.using(connection); // finds the dialect
    // endregion
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void dialect_isThatOfTheServer() {
    assertThat(jooq.dialect().family())
        .isEqualTo(engine == Engine.POSTGRESQL ? SQLDialect.POSTGRES : SQLDialect.MYSQL);
  }

  @Test
  void rows_areWrittenAndRead_beforeAndAfterTheColumnArrives() throws SQLException {
    assertThat(insert(new User(2, "Ben", "benny"))).isEqualTo(1);
    assertThat(all()).containsExactly(new User(1, "Ada", null), new User(2, "Ben", null));
    assertThat(jooq.fetchCount(USERS, NICKNAME.isNotNull())).isZero();

    users.migrate();

    assertThat(insert(new User(3, "Cleo", "c"))).isEqualTo(1);
    assertThat(all()).endsWith(new User(3, "Cleo", "c"));
    assertThat(jooq.fetchCount(USERS, NICKNAME.isNotNull())).isEqualTo(1);
  }

  private List<User> all() {
    // region query
    return jooq.select(ID, NAME, NICKNAME).from(USERS).orderBy(ID).fetchInto(User.class);
    // endregion
  }

  private int insert(User user) {
    // region insert
    return jooq.insertInto(USERS, ID, NAME, NICKNAME)
        .values(user.id(), user.name(), user.nickname())
        .execute();
    // endregion
  }

  @Test
  void upsert_isWritten_beforeAndAfterTheColumnArrives() throws SQLException {
    assertThat(upsert(new User(1, "Ada", "ace"))).isPositive();
    assertThat(all()).containsExactly(new User(1, "Ada", null));

    users.migrate();

    assertThat(upsert(new User(1, "Ada", "ace"))).isPositive();
    assertThat(all()).containsExactly(new User(1, "Ada", "ace"));
  }

  private int upsert(User user) {
    return jooq.insertInto(USERS, ID, NAME, NICKNAME)
        .values(user.id(), user.name(), user.nickname())
        .onConflict(ID)
        .doUpdate()
        .set(NICKNAME, user.nickname())
        .execute();
  }

  @Test
  void batch_writesAllRows_beforeAndAfterTheColumnArrives() throws SQLException {
    assertThat(batch(100)).containsOnly(1).hasSize(20);
    assertThat(jooq.fetchCount(USERS, NICKNAME.like("nick%"))).isZero();

    users.migrate();

    assertThat(batch(200)).containsOnly(1).hasSize(20);
    assertThat(jooq.fetchCount(USERS, NICKNAME.like("nick%"))).isEqualTo(20);
  }

  private int[] batch(int from) {
    List<? extends Query> inserts =
        IntStream.range(from, from + 20)
            .mapToObj(id -> jooq.insertInto(USERS, ID, NICKNAME).values(id, "nick " + id))
            .toList();
    return jooq.batch(inserts).execute();
  }

  @Test
  void errors_areTranslatedAsFromTheRealDriver() {
    assertThatThrownBy(() -> insert(new User(1, "Ada", "again")))
        .isInstanceOf(IntegrityConstraintViolationException.class);
  }
}
