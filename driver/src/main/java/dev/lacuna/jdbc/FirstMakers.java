package dev.lacuna.jdbc;

/** The makers of what one connection wraps all the time. */
record FirstMakers(
    FirstMaker statements, FirstMaker prepared, FirstMaker tolerant, FirstMaker resultSets) {

  FirstMakers() {
    this(new FirstMaker(), new FirstMaker(), new FirstMaker(), new FirstMaker());
  }
}
