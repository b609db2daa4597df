package dev.lacuna.agent.review.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.review.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftLogTest {

  private static final String LINE =
      """
      {"time": "2026-11-21T07:02:11Z", "engine": "postgresql 18.6", "database": "shop", "fingerprint": "9f2c",
       "sql": "SELECT * FROM orders WHERE customer_id = ?", "callSite": "shop.Orders.byCustomer(Orders.java:42)",
       "calls": 5120, "cause": {"table": "public.orders", "column": "region", "event": "add-column",
       "source": "in-process", "ddl": "ALTER", "at": "2026-11-21T07:02:00Z"},
       "before": {"hash": "a", "summary": "INDEX_ONLY_SCAN(orders o_cov)", "plan": {}, "p50Ms": 0.4, "p95Ms": 1.1},
       "after": {"hash": "b", "summary": "BITMAP_HEAP_SCAN(orders o_cov)", "plan": {"op": "SEQ_SCAN"}, "p50Ms": 2.0},
       "shifts": [{"kind": "covering-lost", "table": "orders", "from": "x", "to": "y", "severity": "warn"}],
       "settled": true, "key": "k"}
      """
          .replace("\n", "");

  @TempDir private Path folder;

  @Test
  void line_ofTheContract_isRead() throws IOException {
    LoggedShift shift = read(LINE).shifts().get(0);

    assertThat(shift.calls()).isEqualTo(5120);
    assertThat(shift.cause().columnOfTable()).isEqualTo("orders.region");
    assertThat(shift.before().plan()).as("an empty object is no plan").isNull();
    assertThat(Objects.requireNonNull(shift.after().plan()).op()).isEqualTo(Op.SEQ_SCAN);
    assertThat(shift.after().p95Ms()).as("left out").isNull();
    assertThat(shift.severity()).isEqualTo(Severity.WARN);
    assertThat(shift.settled()).isTrue();
  }

  @Test
  void unknownField_isIgnored() throws IOException {
    ShiftLog log = read(LINE.replaceFirst("\\{", "{\"schema\": 1, \"new\": [{}], "));

    assertThat(log.shifts()).isEqualTo(read(LINE).shifts());
    assertThat(log.problems()).isEmpty();
  }

  @Test
  void lineCutByACrash_isReported_andTheOthersAreRead() throws IOException {
    ShiftLog log = read(LINE + "\n" + LINE.substring(0, 90) + "\n\n" + LINE + "\n");

    assertThat(log.shifts()).hasSize(2);
    assertThat(log.problems())
        .containsExactly("plan-changes.jsonl, line 2 is left out: it is no JSON object.");
  }

  @Test
  void lineCutWithinACharacter_isReported() throws IOException {
    byte[] text = (LINE + "\n{\"sql\": \"ä").getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("plan-changes.jsonl");
    Files.write(file, java.util.Arrays.copyOf(text, text.length - 1));

    assertThat(ShiftLog.read(List.of(file)).problems()).hasSize(1);
  }

  @Test
  void lineWithoutWhatAShiftNeeds_isReportedByField() throws IOException {
    assertThat(read(LINE.replace("\"key\"", "\"clef\"")).problems())
        .containsExactly("plan-changes.jsonl, line 1 is left out: the field \"key\" is missing.");
    assertThat(read(LINE.replace("\"kind\"", "\"sort\"")).problems()).hasSize(1);
    assertThat(read(LINE.replace("{\"op\": \"SEQ_SCAN\"}", "{\"rows\": 1}")).problems()).hasSize(1);
    assertThat(read("[]\nnull\n17\n\"text\"").problems()).hasSize(4);
  }

  @Test
  void newerSchema_isRefused() {
    assertThatThrownBy(() -> read("{\"schema\": 2}"))
        .isInstanceOf(NewerSchemaException.class)
        .hasMessage(
            "The log has schema 2, this agent reads schema 1: review it with the jar that wrote"
                + " it.");
  }

  @Test
  void unknownSeverity_isTakenForTheWorst() throws IOException {
    assertThat(read(LINE.replace("\"warn\"", "\"fatal\"")).shifts().get(0).severity())
        .isEqualTo(Severity.BLOCK);
  }

  @Test
  void controlCharacters_areMadeVisible_whereverTheyAre() throws IOException {
    ShiftLog log =
        read(
            LINE.replace("?", "\\u001b[31m \\u202e\\ud800")
                .replace("\"SEQ_SCAN\"", "\"SEQ_SCAN\", \"detail\": {\"cond\": \"\\u0007\"}"));

    LoggedShift shift = log.shifts().get(0);
    assertThat(shift.sql()).endsWith("= \u241b[31m \ufffd\ufffd");
    assertThat(Objects.requireNonNull(shift.after().plan()).detail())
        .containsEntry("cond", "\u2407");
  }

  @Test
  void sampleLog_isReadWhole() throws IOException {
    ShiftLog log = ShiftLog.read(List.of(Samples.log()));

    assertThat(log.shifts()).hasSize(10);
    assertThat(log.problems()).isEmpty();
  }

  private ShiftLog read(String lines) throws IOException {
    return ShiftLog.read(List.of(Files.writeString(folder.resolve("plan-changes.jsonl"), lines)));
  }
}
