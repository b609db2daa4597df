package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.util.List;

/** Where resources are. */
sealed interface Place permits ClassPath, WorkingDirectory {

  /** What stands before the path in {@code lacuna.migrations}, with its colon. */
  String prefix();

  /** Divides a path, which stands behind the prefix. */
  Glob glob(String path);

  /**
   * Reads what a path names, sorted by name.
   *
   * @return none if there is none
   * @throws ConfigurationException if one cannot be read
   */
  List<Resource> find(Glob glob) throws ConfigurationException;

  /** Where a path is looked for, fit to follow "looked for". */
  String whereabouts(Glob glob);

  /** Where paths start, fit to follow "it starts at". */
  String start();
}
