package dev.lacuna.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** All probes, by name. */
final class Probes {

  private Probes() {}

  static Map<String, Probe> all() {
    Map<String, Probe> all = new LinkedHashMap<>();
    ConnectionProbes.addTo(all);
    TransactionProbes.addTo(all);
    StatementProbes.addTo(all);
    BatchProbes.addTo(all);
    PreparedProbes.addTo(all);
    CallProbes.addTo(all);
    ReadingProbes.addTo(all);
    CursorProbes.addTo(all);
    UpdatingProbes.addTo(all);
    MetaDataProbes.addTo(all);
    ValueProbes.addTo(all);
    TimeProbes.addTo(all);
    LifeProbes.addTo(all);
    TroubleProbes.addTo(all);
    return all;
  }
}
