package dev.lacuna.storm;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An application of the storm, in a JVM of its own. It reads what it is to do from its standard
 * input, works until that says more, and writes what came out to its standard output.
 */
final class StormJvm {

  /**
   * What a JVM is to do.
   *
   * @param clock the file of the clock
   * @param urls what its connections are opened with in turn
   * @param forgets whether it plants a fault: believes for ever, once it has found the column
   *     missing, that it is
   */
  record Order(
      String clock, String plainUrl, List<String> urls, Plan plan, long seed, boolean forgets)
      implements Serializable {}

  /** After so many operations its connections are open, and what is generated is generated. */
  private static final int WARM = 100;

  private StormJvm() {}

  public static void main(String[] args) throws Exception {
    OutputStream answers = System.out;
    System.setOut(System.err); // what is logged is none of the answers
    ObjectInputStream orders = new ObjectInputStream(System.in);
    Order order = (Order) orders.readObject();
    List<HikariDataSource> pools = pools(order);
    Storm storm = storm(order, pools);
    storm.start();
    while (storm.operations() < WARM) {
      Pauses.pause(10);
    }
    answer(answers, true);
    orders.read(); // or the end of the input, where the other JVM has ended
    answer(answers, storm.finish(() -> DriverManager.getConnection(order.plainUrl)));
    pools.forEach(HikariDataSource::close);
  }

  private static List<HikariDataSource> pools(Order order) {
    List<HikariDataSource> pools = new ArrayList<>();
    for (String url : order.urls) {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(url);
      pool.setMaximumPoolSize(order.plan.desks());
      pool.setMinimumIdle(0);
      pools.add(pool);
    }
    return pools;
  }

  private static Storm storm(Order order, List<HikariDataSource> pools) throws IOException {
    SchemaClock clock = SchemaClock.shared(Path.of(order.clock));
    AtomicInteger turn = new AtomicInteger();
    Connections inTurn = () -> pools.get(turn.getAndIncrement() % pools.size()).getConnection();
    return order.forgets
        ? new Storm(inTurn, order.plan, Forgetful.on(order.plan.engine()), clock, order.seed)
        : Storm.over(inTurn, order.plan, clock, order.seed);
  }

  private static void answer(OutputStream answers, Serializable answer) throws IOException {
    ObjectOutputStream out = new ObjectOutputStream(answers);
    out.writeObject(answer);
    out.flush();
  }
}
