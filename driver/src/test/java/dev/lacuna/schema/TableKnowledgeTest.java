package dev.lacuna.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The version stays the same exactly as long as the answers do. */
class TableKnowledgeTest {

  private static final List<String> COMPLETE = List.of("complete");
  private static final List<String> LACKING = List.of("lacking");
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Map<List<String>, TableShape> server = new HashMap<>();

  TableKnowledgeTest() throws ConfigurationException {
    server.put(COMPLETE, shape(List.of()));
    server.put(
        LACKING, shape(InlineColumns.read("lacking.nickname varchar(10)", Dialect.POSTGRESQL)));
  }

  private static TableShape shape(List<DeclaredColumn> declared) {
    return new TableShape(
        true,
        true,
        1,
        List.of(new TableShape.Column("id", "integer", true)),
        List.of("id"),
        declared);
  }

  private TableKnowledge knowledge(Duration refresh) {
    return new TableKnowledge(this::load, refresh);
  }

  private @Nullable TableShape load(List<String> path) {
    return server.get(path);
  }

  @Test
  void nothingAskedAnew_isTheSame() throws SQLException {
    TableKnowledge knowledge = knowledge(LONG);
    knowledge.of(COMPLETE);
    knowledge.of(LACKING);
    long version = knowledge.version();

    knowledge.of(LACKING);
    knowledge.of(COMPLETE);
    knowledge.shareAll();

    assertThat(knowledge.version()).isEqualTo(version);
  }

  @Test
  void whateverIsLearntOrForgotten_isAnother() throws SQLException {
    TableKnowledge knowledge = knowledge(LONG);
    List<ThrowingRunnable> changes =
        List.of(
            () -> knowledge.of(LACKING),
            () -> knowledge.learn(LACKING, List.of("nickname")),
            () -> knowledge.takeForOwn(Set.of(LACKING)),
            knowledge::shareAll,
            () -> knowledge.forget(LACKING),
            knowledge::forgetAll,
            knowledge::distrustSnapshot,
            knowledge::schemaChanged,
            knowledge::transactionEnded,
            knowledge::tablesChanged,
            TableChanges::happened);

    for (ThrowingRunnable change : changes) {
      long version = knowledge.version();
      change.run();
      assertThat(knowledge.version()).isNotEqualTo(version);
    }
  }

  @FunctionalInterface
  private interface ThrowingRunnable {
    void run() throws SQLException;
  }

  @Test
  void tableThatCannotBeAskedFor_isNotKnown() throws SQLException {
    server.clear();
    TableKnowledge knowledge = knowledge(LONG);
    long version = knowledge.version();

    assertThat(knowledge.of(LACKING)).isSameAs(TableShape.ABSENT);

    assertThat(knowledge.version()).isNotEqualTo(version);
  }

  @Test
  void tableThatLacksAColumn_growsOld() throws Exception {
    TableKnowledge knowledge = knowledge(SHORT);
    knowledge.of(LACKING);
    long version = knowledge.version();

    Thread.sleep(2 * SHORT.toMillis());

    assertThat(knowledge.version()).isNotEqualTo(version);
  }

  @Test
  void tableThatLacksNothing_doesNotGrowOld() throws Exception {
    TableKnowledge knowledge = knowledge(SHORT);
    knowledge.of(COMPLETE);
    long version = knowledge.version();

    Thread.sleep(2 * SHORT.toMillis());

    assertThat(knowledge.version()).isEqualTo(version);
  }

  @Test
  void oldTableThatNobodyAsksFor_matters_onlyOnce() throws Exception {
    TableKnowledge knowledge = knowledge(SHORT);
    knowledge.of(LACKING);
    Thread.sleep(2 * SHORT.toMillis());

    long version = knowledge.version();

    assertThat(knowledge.version()).isEqualTo(version);
    knowledge.of(LACKING);
    assertThat(knowledge.version()).isNotEqualTo(version);
  }

  @Test
  void neverFresh_isNeverTheSame() throws SQLException {
    TableKnowledge knowledge = knowledge(Duration.ZERO);
    knowledge.of(LACKING);
    long version = knowledge.version();

    knowledge.of(LACKING);

    assertThat(knowledge.version()).isNotEqualTo(version);
  }
}
