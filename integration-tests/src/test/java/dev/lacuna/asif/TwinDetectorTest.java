package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The twin test can fail: without Lacuna, every case that needs a declared column disagrees. */
class TwinDetectorTest {

  /** Names that only look like a declared column, and errors that have other causes besides. */
  private static final Set<Feature> NEED_NONE = EnumSet.of(Feature.LOOKALIKE, Feature.ERROR);

  @Test
  void postgresql_plainDriver_disagreesWhereverAColumnIsNeeded() throws SQLException {
    assertThat(agreeing(Engine.POSTGRESQL)).isEmpty();
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_plainDriver_disagreesWhereverAColumnIsNeeded() throws SQLException {
    assertThat(agreeing(Engine.MYSQL)).isEmpty();
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_plainDriver_disagreesWhereverAColumnIsNeeded() throws SQLException {
    assertThat(agreeing(Engine.MARIADB)).isEmpty();
  }

  private static List<String> agreeing(Engine engine) throws SQLException {
    List<String> agreeing = new ArrayList<>();
    try (Twin with = Twin.withColumns(engine, "detector_with");
        Twin without = Twin.withoutLacuna(engine, "detector_without")) {
      for (TwinCase each : TwinCases.of(engine).toList()) {
        if (NEED_NONE.contains(each.feature())) {
          continue;
        }
        Mode mode = each.modes(engine).iterator().next();
        if (without.call(each, mode).agreesWith(with.call(each, mode), engine)) {
          agreeing.add(each.feature() + " " + each.call().title());
        }
      }
    }
    return agreeing;
  }
}
