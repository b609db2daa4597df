package dev.lacuna.storm;

import dev.lacuna.servers.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A storm of several JVMs on a fresh table, which this one changes.
 *
 * @param jvms how many of them
 * @param options what is appended to the URLs of their connections, in turn
 * @param forgets whether the last of them plants a fault
 */
record Storms(
    TestDatabase database,
    Plan plan,
    Changes changes,
    int jvms,
    List<String> options,
    boolean forgets) {

  Storm.Outcome run(Path folder, String url, long seed) throws Exception {
    Path file = folder.resolve("clock");
    SchemaClock clock = SchemaClock.shared(file);
    UsersTable table = new UsersTable(database::plain, clock, database.engine());
    table.create();
    table.keepHistory();
    List<String> urls = options.stream().map(each -> url + each).toList();
    List<RemoteStorm> storms = new ArrayList<>();
    try {
      for (int jvm = 0; jvm < jvms; jvm++) {
        Plan own = plan.from(1 + jvm * plan.desks());
        boolean faulty = forgets && jvm == jvms - 1;
        storms.add(
            RemoteStorm.start(
                folder,
                new StormJvm.Order(
                    file.toString(),
                    database.plainUrl(),
                    faulty ? List.of(ReferenceRunner.url(database)) : urls,
                    own,
                    seed + jvm * 100L,
                    faulty)));
      }
      for (RemoteStorm storm : storms) {
        storm.awaitStart();
      }
      changes.make(table, database.engine(), new Random(seed));
      return finish(storms);
    } finally {
      for (RemoteStorm storm : storms) {
        storm.close();
      }
    }
  }

  private static Storm.Outcome finish(List<RemoteStorm> storms) throws Exception {
    Storm.Outcome outcome = storms.get(0).finish();
    for (RemoteStorm storm : storms.subList(1, storms.size())) {
      outcome = outcome.plus(storm.finish());
    }
    return outcome;
  }
}
