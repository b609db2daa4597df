package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;

/**
 * The twin test with stars that are spelled out, where SQL that cannot be analysed is refused: no
 * statement that agrees with its twin is one of those.
 */
class PinnedTwinTest extends TwinContract {

  /** A star that is spelled out shows the names within a derived table: see MySqlDeviations. */
  private static final Set<String> DIFFERENT = Set.of("table, nullability, sign of a star");

  private static final String OPTIONS = "&lacuna.star=pinned&lacuna.strict=true";

  @Override
  Stream<DynamicContainer> asIf(Engine engine) throws SQLException {
    return TwinTest.asIf(
        engine,
        engine == Engine.POSTGRESQL ? Set.of() : DIFFERENT,
        () ->
            new Pair(
                engine,
                Twin.withColumns(engine, "pinned_twin"),
                Twin.withoutColumns(engine, "pinned", OPTIONS)));
  }
}
