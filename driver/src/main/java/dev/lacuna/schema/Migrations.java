package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.config.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads the resources that {@code lacuna.migrations} names. */
final class Migrations {

  private Migrations() {}

  /**
   * Reads resources in the order in which they are named; those of a glob by their names.
   *
   * @param option the option's value; null where it is not set
   * @throws ConfigurationException if a resource that is named does not exist, a glob matches none,
   *     or one cannot be read
   */
  static List<Resource> read(@Nullable String option, ClassPath classPath)
      throws ConfigurationException {
    if (option == null) {
      String path = Option.MIGRATIONS.defaultValue().substring(classPath.prefix().length());
      return classPath.find(classPath.glob(path));
    }
    List<Resource> resources = new ArrayList<>();
    for (String named : option.split(",", -1)) {
      if (!named.isBlank()) {
        resources.addAll(readOne(named.strip(), classPath));
      }
    }
    return resources;
  }

  private static List<Resource> readOne(String named, ClassPath classPath)
      throws ConfigurationException {
    Place place =
        Stream.of(classPath, new WorkingDirectory())
            .filter(candidate -> named.startsWith(candidate.prefix()))
            .findAny()
            .orElseThrow(() -> Refusals.noPlace(named));
    Glob glob = place.glob(named.substring(place.prefix().length()));
    List<Resource> found = place.find(glob);
    if (found.isEmpty()) {
      throw Refusals.missing(place, glob);
    }
    return found;
  }
}
