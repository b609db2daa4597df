package dev.lacuna.storm;

/** What a row must look like: as the last acknowledged write to it left it. */
record Entry(long id, int visits, Written written) {

  Entry committed(long tick) {
    return written.to() == Written.OPEN ? new Entry(id, visits, written.until(tick)) : this;
  }
}
