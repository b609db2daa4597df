package dev.lacuna.rewrite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lacuna.config.Star;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Translates the application's texts for one set of declarations: the front of this room.
 *
 * <p>Safe for use by several threads; connections with the same declarations share one. What it
 * keeps is bounded: analysed texts, by the sum of their lengths and some of the last, for each
 * dialect; and some of the last texts that name no declared table.
 */
public final class Translator {

  private static final long MAX_CACHED_CHARACTERS = 8L * 1024 * 1024;

  private final DeclaredColumns declared;
  private final Star star;
  private final Forms forms;
  private final RecentTexts foreign = new RecentTexts();
  private final Dialect dialect;
  private final Texts texts;
  private final Map<Dialect, Texts> others = new ConcurrentHashMap<>();

  /** The texts of one dialect. */
  private record Texts(Analyzer analyzer, Cache<String, Analysis> analyses, RecentAnalyses recent) {

    Analysis analyse(String sql) {
      Analysis known = recent.of(sql);
      if (known != null) {
        return known;
      }
      Analysis analysis = analyses.get(sql, analyzer::analyse);
      recent.add(sql, analysis);
      return analysis;
    }
  }

  /**
   * For some declarations.
   *
   * @param dialect the engine's, unless a connection's settings say otherwise
   */
  public Translator(DeclaredColumns declared, Engine engine, Dialect dialect, Star star) {
    this.declared = declared;
    this.star = star;
    this.forms = Forms.of(engine);
    this.dialect = dialect;
    this.texts = texts(dialect);
  }

  /** Notes which tables a translation asks for. */
  private record Noted(TableShapes shapes, Map<List<String>, TableShape> used)
      implements TableShapes {

    @Override
    public TableShape of(List<String> path) throws SQLException {
      TableShape shape = shapes.of(path);
      used.put(path, shape);
      return shape;
    }

    @Override
    public int release() throws SQLException {
      return shapes.release();
    }
  }

  private Texts texts(Dialect dialect) {
    return new Texts(
        new Analyzer(declared, dialect, forms),
        Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_CHARACTERS)
            .weigher((String sql, Analysis analysis) -> sql.length() + 256)
            .build(),
        new RecentAnalyses());
  }

  /** Whether a text may be anything but untouched; cheap, and says yes too often. */
  public boolean mayMatter(String sql) {
    if (foreign.contains(sql)) {
      return false;
    }
    if (texts.recent().of(sql) != null || texts.analyzer().mayMatter(sql)) {
      return true;
    }
    foreign.add(sql);
    return false;
  }

  /** What a text is to the declarations. */
  public Analysis analyse(String sql) {
    return mayMatter(sql) ? texts.analyse(sql) : Analysis.Untouched.INSTANCE;
  }

  /** What a text that may matter is to the declarations where it is read by other rules. */
  public Analysis analyse(String sql, Dialect dialect) {
    return (dialect == this.dialect ? texts : others.computeIfAbsent(dialect, this::texts))
        .analyse(sql);
  }

  /**
   * Translates a text for the tables as a connection knows them.
   *
   * @throws UnsupportedSqlException if it turns out that it cannot be edited safely
   * @throws NoAnswerException if it has no answer as if the column were there
   * @throws SQLException if the database cannot be asked what its tables have
   */
  public Translation translate(Analysis.Relevant text, GeneratedKeys keys, TableShapes shapes)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    return translate(text, keys, shapes, false);
  }

  /**
   * Translates a text that is sent only where its guards have been proven, under the lock: it need
   * not prove them itself.
   *
   * @throws UnsupportedSqlException if it turns out that it cannot be edited safely
   * @throws NoAnswerException if it has no answer as if the column were there
   * @throws SQLException if the database cannot be asked what its tables have
   */
  public Translation translateUnderLock(
      Analysis.Relevant text, GeneratedKeys keys, TableShapes shapes)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    return translate(text, keys, shapes, true);
  }

  private Translation translate(
      Analysis.Relevant text, GeneratedKeys keys, TableShapes shapes, boolean underLock)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    Analysis.Memo memo = text.memo(underLock);
    if (memo != null && memo.keys().equals(keys) && isCurrent(memo, shapes)) {
      return memo.translation();
    }
    Map<List<String>, TableShape> used = new HashMap<>();
    TableShapes noted = new Noted(shapes, used);
    Forms fitting = underLock ? forms.underLock() : forms;
    Translation translation = new Rewriter(text, keys, declared, noted, star, fitting).translate();
    text.remember(
        new Analysis.Memo(keys, Map.copyOf(used), shapes.release(), translation), underLock);
    return translation;
  }

  /** A query of one row that holds what columns show while they are missing. */
  public String defaults(List<DeclaredColumn> columns) {
    return "SELECT "
        + columns.stream()
            .map(column -> forms.defaultOf(column) + " AS " + forms.quote(column.spelling()))
            .collect(Collectors.joining(", "));
  }

  /**
   * A query of one row of parameters.
   *
   * @param types their types, one a column
   */
  public String parameters(List<String> types) {
    return "SELECT "
        + types.stream()
            .map(forms::typed)
            .map(around -> around.before() + "?" + around.after())
            .collect(Collectors.joining(", "));
  }

  // Equal shapes are one object: see TableKnowledge.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isCurrent(Analysis.Memo memo, TableShapes shapes) throws SQLException {
    if (memo.release() != shapes.release()) {
      return false;
    }
    for (Map.Entry<List<String>, TableShape> entry : memo.shapes().entrySet()) {
      if (shapes.of(entry.getKey()) != entry.getValue()) {
        return false;
      }
    }
    return true;
  }
}
