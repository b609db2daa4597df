package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.rewrite.Answer.Sent;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what is sent for one statement against the statement itself, under both schemas. */
final class LiveCheck {

  private final LiveTables tables;
  private final LiveStatement statement;
  private final boolean refused;
  private final Answer asIf;

  LiveCheck(LiveTables tables, LiveStatement statement) throws SQLException {
    this.tables = tables;
    this.statement = statement;
    Sent original = new Sent(statement.sql(), statement.values(), statement.keys());
    this.refused = statement.isRefusedOn(tables.serverVersion());
    this.asIf = tables.with(connection -> Answer.of(connection, original)).withRowsAsRecords();
  }

  void run() throws Exception {
    assertThat(asIf.error()).as("as if: %s", asIf.columns()).matches(this::isExpected);
    Translation translation = translation();
    assertThat(translation == null).as("refused").isEqualTo(refused);
    if (translation == null) {
      return;
    }
    Answer without = completed(tables.without(c -> Answer.of(c, sent(translation))), translation);
    if (!asIf.error().isEmpty()) {
      assertThat(without.error()).as(translation.sql()).isEqualTo(asIf.error());
      return;
    }
    assertThat(without.withRowsAsRecords())
        .as("while the columns are missing: %s", translation.sql())
        .isEqualTo(asIf);
    Answer with = completed(tables.with(c -> Answer.of(c, sent(translation))), translation);
    if (translation.guards().isEmpty()) {
      assertThat(with.withRowsAsRecords())
          .as("when the columns have come: %s", translation.sql())
          .isEqualTo(asIf);
    } else {
      checkGuards(translation, with);
    }
  }

  private boolean isExpected(String error) {
    return refused || error.isEmpty() != statement.fails();
  }

  /** Null where there is none. */
  private @Nullable Translation translation() throws Exception {
    Analysis analysis = tables.analyse(statement.sql());
    try {
      return analysis instanceof Analysis.Relevant text && text.matters(statement.keys())
          ? tables.translate(text, statement.keys())
          : analysis instanceof Analysis.Unsupported
              ? null
              : Translation.unchanged(statement.sql(), null);
    } catch (NoAnswerException | UnsupportedSqlException e) {
      return null;
    }
  }

  private Sent sent(Translation translation) {
    int count = statement.values().size();
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      for (int which = 0; which < translation.parameters().markerCount(i); which++) {
        int marker = translation.parameters().marker(i, which);
        while (values.size() < marker) {
          values.add(null);
        }
        values.set(marker - 1, statement.values().get(i - 1));
      }
    }
    return new Sent(translation.sql(), values, statement.keys());
  }

  private void checkGuards(Translation translation, Answer with) throws SQLException {
    if (translation.proof() != Translation.Proof.LOCK) {
      Answer untouched = tables.with(connection -> Answer.of(connection, nothing()));
      assertThat(with.error()).as(translation.sql()).isEmpty();
      assertThat(with.rows()).as("the guard holds: %s", translation.sql()).isEmpty();
      assertThat(with.count()).isLessThanOrEqualTo(0);
      assertThat(with.tables()).isEqualTo(untouched.tables());
    }
    for (Guard guard : translation.guards()) {
      Sent probe = new Sent(guard.probe(), List.of(), GeneratedKeys.NONE);
      assertThat(tables.without(c -> Answer.of(c, probe)).rows().get(0)).containsOnly("t");
      assertThat(tables.with(c -> Answer.of(c, probe)).rows().get(0)).contains("f");
    }
  }

  private static Sent nothing() {
    return new Sent("SELECT 1 WHERE false", List.of(), GeneratedKeys.NONE);
  }

  /** Puts the columns in that a star lacks, as the driver does. */
  private Answer completed(Answer answer, Translation translation) throws SQLException {
    StarShape star = translation.star();
    if (star == null || answer.columns().isEmpty()) {
      return answer;
    }
    int end = answer.columns().size() - star.behind();
    Answer result = answer;
    for (DeclaredColumn column : star.columns()) {
      List<String> shown = answer.columns().subList(star.before(), end);
      if (shown.stream().noneMatch(label -> label.startsWith(column.column() + " "))) {
        int at = result.columns().size() - star.behind();
        result = result.plus(at, column.column(), defaultOf(column));
      }
    }
    return result;
  }

  private Answer defaultOf(DeclaredColumn column) throws SQLException {
    String sql = "SELECT CAST(" + column.defaultOrNull() + " AS " + column.type() + ")";
    return tables.without(
        connection -> Answer.of(connection, new Sent(sql, Arrays.asList(), GeneratedKeys.NONE)));
  }
}
