package dev.lacuna.ddl.effect;

/** How MySQL or MariaDB carries out an {@code ALTER}, from the lightest to the heaviest. */
public enum Algorithm {
  /** Metadata alone. */
  INSTANT,
  /** MariaDB's: in place, and the clustered index is not built anew. */
  NOCOPY,
  /** Inside the storage engine; it may build the table anew. */
  INPLACE,
  /** Row by row into another table. */
  COPY
}
