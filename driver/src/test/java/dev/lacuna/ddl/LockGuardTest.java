package dev.lacuna.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockGuardTest {

  private static final int DRAWS = 200;

  /** Several instances that were refused together do not come back together. */
  @ParameterizedTest
  @CsvSource({"0, 50, 150", "1, 100, 300", "3, 400, 1200", "7, 5000, 15000", "100, 5000, 15000"})
  void pause_doubles_upToTenSeconds_giveOrTakeHalf(int attempt, long least, long most) {
    Set<Long> pauses =
        Stream.generate(() -> LockGuard.pauseMillis(attempt))
            .limit(DRAWS)
            .collect(Collectors.toSet());

    assertThat(pauses).allMatch(pause -> pause >= least && pause < most);
    assertThat(pauses).hasSizeGreaterThan(DRAWS / 10);
  }
}
