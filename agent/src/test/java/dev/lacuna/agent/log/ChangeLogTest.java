package dev.lacuna.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.baseline.Event;
import dev.lacuna.agent.baseline.Happening;
import dev.lacuna.agent.baseline.KnownPlan;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogTest {

  private static final Instant NIGHT = Instant.parse("2026-01-02T03:04:05Z");
  private static final long MAX_BYTES = 20L << 20;

  @TempDir private Path folder;

  @Test
  void append_putsEachChangeOnItsLine() throws IOException {
    ChangeLog log = new ChangeLog(file());

    log.append(change("a"));
    log.append(change("b"));

    assertThat(Files.readString(file()))
        .isEqualTo(change("a").line() + "\n" + change("b").line() + "\n");
  }

  @Test
  void append_leavesWhatACrashCutOff_aLineOfItsOwn() throws IOException {
    Files.writeString(file(), "{\"schema\":1,\"ti");

    new ChangeLog(file()).append(change("a"));

    assertThat(Files.readAllLines(file()))
        .containsExactly("{\"schema\":1,\"ti", change("a").line());
  }

  @Test
  void append_putsAFullFileAside_andTheOneBeforeIt() throws IOException {
    ChangeLog log = new ChangeLog(file());
    fill();
    log.append(change("a"));
    fill();
    log.append(change("b"));

    assertThat(Files.readAllLines(file())).containsExactly(change("b").line());
    assertThat(Files.size(folder.resolve("plan-changes.jsonl.1"))).isEqualTo(MAX_BYTES);
    assertThat(Files.size(folder.resolve("plan-changes.jsonl.2"))).isEqualTo(MAX_BYTES);
  }

  private void fill() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file().toFile(), "rw")) {
      log.setLength(MAX_BYTES);
    }
  }

  private Path file() {
    return folder.resolve("plan-changes.jsonl");
  }

  private static PlanChange change(String key) {
    PlanChange.Side side =
        new PlanChange.Side(new KnownPlan("h", "Seq Scan on orders", null), null, null);
    Happening cause =
        new Happening("public.orders", "status", Event.ADD_COLUMN, Happening.CATALOG, null, NIGHT);
    return new PlanChange(
        NIGHT,
        "postgresql 18.6",
        "shop",
        "f",
        "SELECT ?",
        null,
        1,
        cause,
        side,
        side,
        List.of(),
        true,
        key);
  }
}
