package dev.lacuna.config;

/** How {@code SELECT *} is answered on a table with declared columns: {@code lacuna.star}. */
public enum Star {
  /** The server expands the star, and missing columns are added to the result. */
  SERVER,
  /** The star is spelled out, so that the result's shape stays when a column is added. */
  PINNED
}
