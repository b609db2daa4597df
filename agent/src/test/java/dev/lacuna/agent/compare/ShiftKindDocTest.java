package dev.lacuna.agent.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/plan-change-log.md} names every kind, with its severity. */
class ShiftKindDocTest {

  private static final Path PAGE = Path.of("..", "docs", "plan-change-log.md");

  @ParameterizedTest
  @EnumSource
  void kind_isOnThePage_withItsSeverity(ShiftKind kind) throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(row -> row.contains("`" + kind.id() + "`"))
            .toList();

    assertThat(rows).singleElement().asString().contains("| " + kind.severity().id() + " |");
  }
}
