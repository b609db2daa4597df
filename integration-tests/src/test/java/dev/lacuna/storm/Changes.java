package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How the table changes while the desks work.
 *
 * @param cycles how often the column comes and goes
 * @param halfCycle how long it stays, or stays away, on average
 * @param ways the ways in which it comes and goes
 */
record Changes(int cycles, Duration halfCycle, Set<Way> ways) {

  private static final List<String> POSTGRES_TYPES =
      List.of("varchar(40)", "text", "varchar(64)", "text COLLATE \"C\"");
  private static final List<String> MYSQL_TYPES =
      List.of("varchar(40)", "text", "varchar(64)", "varchar(40) CHARACTER SET latin1");

  /** Ends with the column there, so that the audit can look at it. */
  void make(UsersTable table, Engine engine, Random random)
      throws SQLException, InterruptedException {
    List<String> types = engine == Engine.POSTGRESQL ? POSTGRES_TYPES : MYSQL_TYPES;
    for (int cycle = 0; cycle < cycles; cycle++) {
      pause(random);
      table.come(any(List.copyOf(ways), random), any(types, random));
      pause(random);
      if (random.nextInt(4) == 0) {
        table.replace(any(types, random));
        pause(random);
      }
      if (ways.contains(Way.SWAP) && random.nextInt(4) == 0) {
        table.swapInPlace(any(types, random));
        pause(random);
      }
      table.go(any(List.copyOf(ways), random));
    }
    pause(random);
    table.come(Way.ALTER, types.get(0));
    pause(random);
  }

  private static <T> T any(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Now and then so short that most of what runs meets the change. */
  private void pause(Random random) throws InterruptedException {
    long millis = halfCycle.toMillis();
    Thread.sleep(random.nextInt(3) == 0 ? random.nextLong(20) : random.nextLong(2 * millis));
  }
}
