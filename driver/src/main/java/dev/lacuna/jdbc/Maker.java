package dev.lacuna.jdbc;

/**
 * Makes wrappers of one generated class. The implementations are generated too: a wrapper is made
 * by a plain {@code new}, without reflection.
 *
 * <p>Public only because a generated class may live in another class loader; no application calls
 * it. Implementations have no state and may be used by any number of threads.
 */
@FunctionalInterface
public interface Maker {

  /**
   * Makes a wrapper.
   *
   * @param origin what the base class's constructor takes first: where the delegate came from
   * @param delegate the driver's object, of the class that the maker was generated for
   */
  Object make(Object origin, Object delegate);
}
