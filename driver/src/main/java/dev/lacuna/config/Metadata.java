package dev.lacuna.config;

/** What {@code DatabaseMetaData.getColumns} shows: {@code lacuna.metadata}. */
public enum Metadata {
  /** The columns that exist: migration tools must see the truth. */
  ACTUAL,
  /** The declared ones that are missing, too. */
  DECLARED
}
