package dev.lacuna.asif;

import dev.lacuna.asif.Call.Binder;
import dev.lacuna.asif.Call.Keys;
import dev.lacuna.asif.Call.Script;
import dev.lacuna.engine.Engine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case of the twin test.
 *
 * @param engines that it can be tried on
 * @param only the modes that it is for; none means every mode that fits
 * @param shapeOnly the rows themselves may differ, as those of EXPLAIN do
 * @param fails whether it fails on a database that has the columns, and is here for that
 * @param since the major version of the oldest server that knows it
 */
record TwinCase(
    Feature feature,
    Set<Engine> engines,
    Call call,
    Set<Mode> only,
    boolean shapeOnly,
    boolean fails,
    int since) {

  /** A call that has not been told its feature yet. */
  record Draft(Call call, Set<Mode> only, boolean shapeOnly, boolean fails, int since) {

    Draft butOnlyItsShape() {
      return new Draft(call, only, true, fails, since);
    }

    Draft butFails() {
      return new Draft(call, only, shapeOnly, true, since);
    }

    Draft butOnlyAs(Mode mode) {
      return new Draft(call, Set.of(mode), shapeOnly, fails, since);
    }

    /** Known to servers of this major version or newer, if no newer one was given before. */
    Draft since(int major) {
      return new Draft(call, only, shapeOnly, fails, Math.max(since, major));
    }
  }

  /** Cases for every engine. */
  static Stream<TwinCase> cases(Feature feature, Draft... drafts) {
    return cases(Engines.ALL, feature, drafts);
  }

  static Stream<TwinCase> cases(Set<Engine> engines, Feature feature, Draft... drafts) {
    return Arrays.stream(drafts)
        .map(
            each ->
                new TwinCase(
                    feature,
                    engines,
                    each.call,
                    each.only,
                    each.shapeOnly,
                    each.fails,
                    each.since));
  }

  /** All of these, in this order. */
  @SafeVarargs
  static Stream<TwinCase> concat(Stream<TwinCase>... cases) {
    Stream<TwinCase> all = Stream.empty();
    for (Stream<TwinCase> each : cases) {
      all = Stream.concat(all, each);
    }
    return all;
  }

  static Draft sql(String sql, @Nullable Object... parameters) {
    return draft(new Call.Sql(sql, parameters.length == 0 ? null : binder(parameters)));
  }

  /** A prepared statement whose parameters are set by hand. */
  static Draft bound(String sql, Binder binder) {
    return draft(new Call.Sql(sql, binder));
  }

  static Draft keys(String sql, @Nullable Object... parameters) {
    return keys(new Keys.Flag(), sql, parameters);
  }

  static Draft keysByName(List<String> names, String sql, @Nullable Object... parameters) {
    return keys(new Keys.Names(names), sql, parameters);
  }

  static Draft keysByIndex(List<Integer> indexes, String sql, @Nullable Object... parameters) {
    return keys(new Keys.Indexes(indexes), sql, parameters);
  }

  static Draft batch(String sql, List<@Nullable Object[]> rows) {
    return draft(new Call.Batch(sql, rows.stream().map(TwinCase::binder).toList()));
  }

  static Draft textBatch(String... statements) {
    return draft(new Call.TextBatch(List.of(statements)));
  }

  static Draft script(String title, Script script) {
    return draft(new Call.Scripted(title, script));
  }

  static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  /** The modes in which the call can be made. */
  Set<Mode> modes(Engine engine) {
    if (!only.isEmpty()) {
      return only;
    }
    return feature == Feature.SEVERAL_STATEMENTS && engine != Engine.POSTGRESQL
        ? EnumSet.of(Mode.SEVERAL)
        : Modes.of(call, engine);
  }

  private static Draft keys(Keys keys, String sql, @Nullable Object... parameters) {
    return draft(new Call.WithKeys(sql, keys, parameters.length == 0 ? null : binder(parameters)));
  }

  private static Draft draft(Call call) {
    return new Draft(call, Set.of(), false, false, 0);
  }

  private static Binder binder(@Nullable Object... parameters) {
    return statement -> {
      for (int index = 1; index <= parameters.length; index++) {
        statement.setObject(index, parameters[index - 1]);
      }
    };
  }
}
