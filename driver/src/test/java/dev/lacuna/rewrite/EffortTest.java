package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lacuna.config.Star;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That no text takes long, whatever it is that there is much of in it. */
class EffortTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int LENGTH = 300_000;
  private static final int TRIES = 8;
  private static final Duration LIMIT = Duration.ofMillis(500);

  /** Of what a text may have much. */
  enum Many {
    ELEMENTS("SELECT nickname FROM users WHERE id IN (0%s)", ", %d"),
    CONDITIONS("SELECT nickname FROM users WHERE id = 0%s", " OR level = %d AND name = 'x'"),
    ITEMS("SELECT nickname%s FROM users", ", level + %d AS c%1$d"),
    ROWS("INSERT INTO users (id, nickname) VALUES (0, 'a')%s", ", (%d, 'b')"),
    JOINS("SELECT users.nickname FROM users%s", " JOIN orders o%d ON o%1$d.id = users.id"),
    COMMAS("SELECT users.nickname FROM users%s", ", orders o%d"),
    UNIONS("SELECT nickname FROM users%s", " UNION SELECT nickname FROM users WHERE level = %d"),
    QUERIES("SELECT nickname%s FROM users", ", (SELECT discount FROM orders WHERE id = %d)"),
    CTES(
        "WITH a AS (SELECT level FROM users)%s SELECT * FROM a",
        ", a%d AS (SELECT level FROM users)"),
    CASES("SELECT CASE level WHEN 0 THEN 0%s END FROM users", " WHEN %d THEN 1"),
    STATEMENTS("UPDATE users SET nickname = 'a'%s", "; UPDATE users SET level = %d"),
    SETS("UPDATE users SET nickname = 'a'%s", ", c%d = level"),
    COMMENTS("SELECT nickname FROM users%s", " /* %d */ "),
    USES("SELECT level FROM users WHERE id = 0%s", " OR level = (SELECT %d)"),
    SIGNS("SELECT nickname FROM users WHERE level = 1%s", " - - %d");

    private final String frame;
    private final String part;

    Many(String frame, String part) {
      this.frame = frame;
      this.part = part;
    }

    String text(int length) {
      int parts = length / part.length();
      return frame.formatted(
          IntStream.range(0, parts).mapToObj(part::formatted).collect(Collectors.joining()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void analyse_andTranslate_takeLittleTime(Many many) throws Exception {
    String text = many.text(LENGTH);

    assertThat(leastCpu(text)).isLessThan(LIMIT);
  }

  @Test
  void analyse_moreTablesThanCanBeEditedInTime_isUnsupported() {
    assertThat(translator().analyse(Many.UNIONS.text(LENGTH)))
        .asInstanceOf(type(Analysis.Unsupported.class))
        .extracting(Analysis.Unsupported::reason)
        .asString()
        .matches("it is too long for the \\d+ tables with declared columns that it names");
  }

  /** The processor time of the fastest of some tries: others use the machine as well. */
  private static Duration leastCpu(String text) throws Exception {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      Translator translator = translator();
      long start = THREADS.getCurrentThreadCpuTime();
      if (translator.analyse(text) instanceof Analysis.Relevant relevant) {
        translator.translate(relevant, GeneratedKeys.NONE, Tables.LACKING);
      }
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
    }
    return Duration.ofNanos(least);
  }

  private static Translator translator() {
    return new Translator(Tables.declared(), Engine.POSTGRESQL, Dialect.POSTGRESQL, Star.SERVER);
  }
}
