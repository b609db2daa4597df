package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Analysis;
import dev.lacuna.rewrite.GeneratedKeys;
import dev.lacuna.rewrite.Translation;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The texts of a plain statement's batch, run at once. */
final class BatchAttempt<R> implements Attempt<R> {

  private final TolerantSession session;
  private final LacunaStatement wrapper;
  private final TextBatch batch;
  private final BatchCall<R> call;

  BatchAttempt(
      TolerantSession session, LacunaStatement wrapper, TextBatch batch, BatchCall<R> call) {
    this.session = session;
    this.wrapper = wrapper;
    this.batch = batch;
    this.call = call;
  }

  @Override
  public String sql() {
    return String.join(";\n", batch.entries().stream().map(TextBatch.Entry::sql).toList());
  }

  @Override
  public Translation translate() throws SQLException {
    return Translation.ofBatch(translations());
  }

  private List<Translation> translations() throws SQLException {
    List<Translation> translations = new ArrayList<>();
    for (TextBatch.Entry entry : batch.entries()) {
      translations.add(
          entry.analysis() instanceof Analysis.Relevant text
              ? session.translate(text, GeneratedKeys.NONE)
              : Translation.unchanged(entry.sql(), null));
    }
    return translations;
  }

  @Override
  public R with(Translation translation) throws SQLException {
    statement().clearBatch();
    for (Translation each : translation.parts()) {
      statement().addBatch(each.sql());
    }
    return call.on(statement());
  }

  @Override
  public boolean leftNothing(R result) {
    return false;
  }

  @Override
  public Statement statement() {
    return wrapper.delegate();
  }

  @Override
  public boolean isBatch() {
    return true;
  }
}
