package dev.lacuna.contract;

/** Something that an application does with JDBC, told by what it sees. */
interface Probe {

  /**
   * Does it.
   *
   * @param bench freshly made tables, and the way to them
   */
  void run(Bench bench, Transcript seen) throws Exception;
}
