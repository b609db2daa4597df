package dev.lacuna.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/**
 * Each probe sees through Lacuna what it sees raw, to the word: values and their types, metadata,
 * counts, warnings, and errors with their class, SQLState, vendor code and message.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class JdbcContract {

  private final Map<String, List<String>> raw = new ConcurrentHashMap<>();

  /** The server and the driver under test. */
  abstract Server server();

  /** The ways that are held against the raw one. */
  List<Way> ways() {
    return List.of(Way.WRAPPED, Way.PRESENT, Way.MISSING);
  }

  /** What is known of the raw way beforehand, by the probe's name; the rest is taken here. */
  Map<String, List<String>> known() throws Exception {
    return Map.of();
  }

  @BeforeAll
  void takeWhatIsKnown() throws Exception {
    raw.putAll(known());
  }

  @TestFactory
  Stream<DynamicNode> sameAsRaw() {
    return ways().stream()
        .map(
            way ->
                dynamicContainer(
                    way.name(), Probes.all().entrySet().stream().map(each -> test(way, each))));
  }

  private DynamicTest test(Way way, Map.Entry<String, Probe> probe) {
    return dynamicTest(
        probe.getKey(),
        () -> {
          List<String> expected = raw.get(probe.getKey());
          if (expected == null) {
            expected = new Bench(server(), Way.RAW).transcript(probe.getValue());
            raw.put(probe.getKey(), expected);
          }
          assertThat(expected).isNotEmpty();
          List<String> actual = new Bench(server(), way).transcript(probe.getValue());
          assertThat(differences(expected, actual)).as(probe.getKey()).isEmpty();
        });
  }

  private static List<String> differences(List<String> raw, List<String> lacuna) {
    return IntStream.range(0, Math.max(raw.size(), lacuna.size()))
        .filter(i -> i >= raw.size() || i >= lacuna.size() || !raw.get(i).equals(lacuna.get(i)))
        .limit(20)
        .mapToObj(i -> "%nraw    %s%nlacuna %s".formatted(line(raw, i), line(lacuna, i)))
        .toList();
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "nothing";
  }
}
