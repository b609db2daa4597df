package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files below a directory that a glob matches. */
final class DirectoryScan {

  private DirectoryScan() {}

  /**
   * Reads the files. Symbolic links are followed: containers mount configuration as such.
   *
   * @param root the directory that {@link Glob#root()} stands for
   * @param prefix what to put before a resource's name
   * @return the resources by their names
   */
  static NavigableMap<String, Resource> find(Path root, String prefix, Glob glob)
      throws ConfigurationException {
    NavigableMap<String, Resource> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root, glob.depth(), FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String relative = root.relativize(file).toString().replace(File.separatorChar, '/');
        if (glob.matches(relative)) {
          String name = prefix + glob.root() + relative;
          found.put(name, Resource.of(name, Files.readAllBytes(file)));
        }
      }
      return found;
    } catch (IOException | UncheckedIOException failure) {
      throw Refusals.unreadableResource(prefix + glob.path(), failure);
    }
  }
}
