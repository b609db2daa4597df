package dev.lacuna.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lacuna.LacunaDriver;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the first connection costs, in JVMs of their own, each way in turn; the least of several
 * counts, as others use the machine too. {@code -Dcontract.startup.times=15} measures longer.
 */
class StartUpTest {

  private static final Logger LOG = LoggerFactory.getLogger(StartUpTest.class);
  private static final int TIMES = Integer.getInteger("contract.startup.times", 4);
  private static final int MOST_CPU_MILLIS = 250;
  private static final String QUERY = "SELECT * FROM users";

  /** Of one run, or the least of several. */
  private record Cost(long wallMillis, long cpuMillis) {

    static final Cost MAX = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);

    Cost least(Cost other) {
      return new Cost(Math.min(wallMillis, other.wallMillis), Math.min(cpuMillis, other.cpuMillis));
    }

    Cost minus(Cost other) {
      return new Cost(wallMillis - other.wallMillis, cpuMillis - other.cpuMillis);
    }
  }

  @Test
  void firstConnection_costsLittleMore() throws Exception {
    TestDatabase database = TestServer.shared().database("start_up");
    database.run("CREATE TABLE users (id int)");
    List<String> urls =
        List.of(
            database.plainUrl(),
            database.plainUrl().replace("jdbc:", "jdbc:lacuna:"),
            database.lacunaUrl("users.nickname text"));
    List<Cost> least = new ArrayList<>(List.of(Cost.MAX, Cost.MAX, Cost.MAX));
    for (int i = 0; i < TIMES || (i < 3 * TIMES && !isWithin(least)); i++) {
      for (int way = 0; way < urls.size(); way++) {
        least.set(way, least.get(way).least(run(urls.get(way))));
      }
    }
    LOG.info("plain {}", least.get(0));
    Cost wrapped = least.get(1).minus(least.get(0));
    Cost missing = least.get(2).minus(least.get(0));
    LOG.info("Lacuna, nothing declared: more {}", wrapped);
    LOG.info("Lacuna, a column missing: more {}", missing);

    // Processor time, of all threads: the clock is at the mercy of whatever else runs here.
    assertThat(wrapped.cpuMillis()).isLessThan(MOST_CPU_MILLIS);
  }

  /** What else runs here only ever adds to a figure, so that one more run tells more. */
  private static boolean isWithin(List<Cost> least) {
    return least.get(1).minus(least.get(0)).cpuMillis() < MOST_CPU_MILLIS;
  }

  private static Cost run(String url) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                FirstConnection.class.getName(),
                url,
                QUERY)
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    String[] figures = output.substring(output.lastIndexOf('\n') + 1).split(" ", 2);
    return new Cost(Long.parseLong(figures[0]) / 1_000, Long.parseLong(figures[1]) / 1_000);
  }

  /** What an application needs, and no more. */
  private static String classPath() {
    return Stream.of(
            FirstConnection.class,
            LacunaDriver.class,
            org.postgresql.Driver.class,
            ClassWriter.class,
            Caffeine.class,
            Nullable.class,
            Logger.class,
            ch.qos.logback.classic.Logger.class,
            ch.qos.logback.core.Appender.class)
        .map(StartUpTest::placeOf)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> type) {
    URI place = URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
    return Path.of(place).toString();
  }
}
