package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random statements answer through Lacuna as they do on the twin. {@code -Drandom.statements} says
 * how many are made an engine, {@code -Drandom.seed} from which seed; a failure tells its seed and
 * number, and the simplest statement that fails alike.
 */
class RandomTwinTest {

  private static final int STATEMENTS = Integer.getInteger("random.statements", 20_000);
  private static final long SEED = Long.getLong("random.seed", 20_261_121);

  @Test
  void postgresql_answersAsTheTwin() throws SQLException {
    assertThat(disagreements(Engine.POSTGRESQL)).isEmpty();
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_answersAsTheTwin() throws SQLException {
    assertThat(disagreements(Engine.MYSQL)).isEmpty();
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_answersAsTheTwin() throws SQLException {
    assertThat(disagreements(Engine.MARIADB)).isEmpty();
  }

  private static List<String> disagreements(Engine engine) throws SQLException {
    try (Pair twins = Pair.of(engine, "random")) {
      return new RandomTwin(twins, SEED).run(STATEMENTS);
    }
  }
}
