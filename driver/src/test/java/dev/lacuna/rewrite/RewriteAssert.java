package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lacuna.config.Star;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a text. In expected texts three long forms are written short: {@code «users: id,
 * nickname»} is the derived table with those columns, {@code «no users.nickname»} the guard, and
 * {@code «dead x::int; y::text»} the condition that keeps vanished values.
 */
final class RewriteAssert {

  private static final Pattern SHORT = Pattern.compile("«(no|dead|[\\w.]+:) ([^»]*)»");

  private final String sql;
  private Tables tables = Tables.LACKING;
  private Star star = Star.SERVER;
  private GeneratedKeys keys = GeneratedKeys.NONE;

  private RewriteAssert(String sql) {
    this.sql = sql;
  }

  static RewriteAssert assertThatText(String sql) {
    return new RewriteAssert(sql);
  }

  RewriteAssert on(Tables other) {
    tables = other;
    return this;
  }

  RewriteAssert pinned() {
    star = Star.PINNED;
    return this;
  }

  RewriteAssert askingForKeys(String... columns) {
    keys = columns.length == 0 ? GeneratedKeys.ALL : GeneratedKeys.named(columns);
    return this;
  }

  private Translation translation() {
    try {
      return translate();
    } catch (UnsupportedSqlException | NoAnswerException | SQLException e) {
      return fail("no translation of " + sql, e);
    }
  }

  private Translation translate() throws UnsupportedSqlException, NoAnswerException, SQLException {
    Translator translator =
        new Translator(Tables.declared(), Engine.POSTGRESQL, Dialect.POSTGRESQL, star);
    Analysis analysis = translator.analyse(sql);
    if (analysis instanceof Analysis.Unsupported unsupported) {
      throw new UnsupportedSqlException(unsupported.reason());
    }
    return analysis instanceof Analysis.Relevant relevant && relevant.matters(keys)
        ? translator.translate(relevant, keys, tables)
        : Translation.unchanged(sql, null);
  }

  /** The text that is sent, long forms written short where the expected text has them so. */
  RewriteAssert becomes(String expected) {
    assertThat(translation().sql()).isEqualTo(expand(expected));
    return this;
  }

  /** The text is sent as it came, and nothing is to be done about its result. */
  RewriteAssert staysAsItIs() {
    assertThat(translation()).isEqualTo(Translation.unchanged(sql, null));
    return this;
  }

  /** The text is sent as it came, and its result completed. */
  RewriteAssert isCompleted(int before, int behind, String... columns) {
    Translation translation = translation();
    assertThat(translation.sql()).isEqualTo(sql);
    StarShape shape = translation.star();
    assertThat(shape).isNotNull();
    assertThat(List.of(shape.before(), shape.behind())).isEqualTo(List.of(before, behind));
    assertThat(shape.columns().stream().map(c -> c.column())).containsExactly(columns);
    return this;
  }

  /** The application's parameter at each marker of the text that is sent. */
  RewriteAssert withParameters(int... applicationIndexes) {
    assertThat(translation().parameters()).hasToString(Arrays.toString(applicationIndexes));
    return this;
  }

  RewriteAssert withParametersInOrder() {
    assertThat(translation().parameters().isIdentity()).isTrue();
    return this;
  }

  /** The guards stand in the text: an effect proves them. */
  RewriteAssert guardedInTheText() {
    assertThat(translation().proof()).isEqualTo(Translation.Proof.EFFECT);
    assertThat(translation().guards()).isNotEmpty();
    return this;
  }

  /** The guards have to be asked for first, under the lock. */
  RewriteAssert guardedBefore(String... probes) {
    assertThat(translation().proof()).isEqualTo(Translation.Proof.LOCK);
    assertThat(translation().guards().stream().map(Guard::probe))
        .containsExactly(
            List.of(probes).stream().map(RewriteAssert::expand).toArray(String[]::new));
    return this;
  }

  RewriteAssert losesAValue(boolean loses) {
    assertThat(translation().vanishes()).isEqualTo(loses);
    return this;
  }

  /** It cannot be edited. */
  void isUnsupported(String reason) {
    try {
      fail("it became " + translate().sql());
    } catch (UnsupportedSqlException e) {
      assertThat(e).hasMessage(reason);
    } catch (NoAnswerException | SQLException e) {
      fail("another refusal", e);
    }
  }

  /** It has no answer as if the column were there. */
  void hasNoAnswer(String sqlState, String reason) {
    try {
      fail("it became " + translate().sql());
    } catch (NoAnswerException e) {
      assertThat(e).hasMessage(reason);
      assertThat(e.sqlState()).isEqualTo(sqlState);
    } catch (UnsupportedSqlException | SQLException e) {
      fail("another refusal", e);
    }
  }

  private static String expand(String text) {
    Matcher matcher = SHORT.matcher(text);
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(longForm(found.group(1), found.group(2))));
  }

  private static String longForm(String kind, String content) {
    return switch (kind) {
      case "no" -> guard(content);
      case "dead" -> dead(content.split("; ", -1));
      default -> derivedTable(kind.substring(0, kind.length() - 1), content.split(", ", -1));
    };
  }

  private static String guard(String path) {
    String table = path.substring(0, path.lastIndexOf('.'));
    String column = path.substring(path.lastIndexOf('.') + 1);
    String inner = "SELECT (SELECT \"%s\" FROM %s) FROM".formatted(column, table);
    String outer = "(SELECT CAST(NULL AS pg_catalog.void) AS \"%s\") lacuna_g".formatted(column);
    return "pg_catalog.pg_typeof(CASE WHEN FALSE THEN (%s %s) END)".formatted(inner, outer)
        + " = CAST('pg_catalog.void' AS pg_catalog.regtype)";
  }

  private static String dead(String... values) {
    StringBuilder text = new StringBuilder("CASE WHEN TRUE THEN TRUE ELSE ");
    String before = "";
    for (String value : values) {
      int type = value.lastIndexOf("::");
      text.append(before).append("CAST((").append(value, 0, type).append(") AS ");
      text.append(value.substring(type + 2)).append(") IS NULL");
      before = " AND ";
    }
    return text.append(" END").toString();
  }

  private static String derivedTable(String relation, String... columns) {
    String table = relation.substring(relation.lastIndexOf('.') + 1);
    List<String> defaults = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (String column : columns) {
      String quoted = '"' + column + '"';
      String value = defaultOf(table, column);
      if (value != null) {
        defaults.add(value);
        missing.add(quoted);
      }
      known.add(value == null ? "lacuna_t." + quoted : quoted);
    }
    String values = "VALUES (%s)".formatted(String.join(", ", defaults));
    String names = "lacuna_d(%s)".formatted(String.join(", ", missing));
    String inner = "SELECT %s FROM %s lacuna_t".formatted(String.join(", ", known), relation);
    return "(SELECT lacuna_s.* FROM (%s) %s CROSS JOIN LATERAL (%s) lacuna_s)"
        .formatted(values, names, inner);
  }

  private static @Nullable String defaultOf(String table, String column) {
    return Tables.declared().ofTablesNamed(table).stream()
        .filter(declared -> declared.column().equals(column))
        .map(declared -> "CAST(" + declared.defaultOrNull() + " AS " + declared.type() + ")")
        .findFirst()
        .orElse(null);
  }
}
