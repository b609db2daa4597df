package dev.lacuna.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * The maker for the first class of delegates that one connection wraps in some base class; there is
 * seldom another. It may be held strongly, as it lives where the connection's own class does.
 *
 * <p>Safe for use by several threads.
 */
final class FirstMaker {

  private record Known(Class<?> delegate, Maker maker) {}

  // It may be published by a race: a record's fields are final (JLS 17.5).
  private @Nullable Known first;

  /** The maker for a class of the driver's, or null if another came first. */
  @Nullable Maker of(Class<?> delegate) {
    Known known = first;
    return known != null && known.delegate() == delegate ? known.maker() : null;
  }

  /** Keeps a maker if it is the first. */
  void keep(Class<?> delegate, Maker maker) {
    if (first == null) {
      first = new Known(delegate, maker);
    }
  }
}
