package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Reads the resources on the class path that a glob matches. Of several with one name, the first
 * counts, as for a class loader. Mutable; used for one glob.
 */
final class ClassPathScan {

  /** Nearly every jar has one, also a jar that has no entries for its directories. */
  private static final String IN_EVERY_JAR = "META-INF/MANIFEST.MF";

  private final String prefix;
  private final Glob glob;
  private final Set<String> jars = new HashSet<>();
  private final NavigableMap<String, Resource> found = new TreeMap<>();

  private ClassPathScan(String prefix, Glob glob) {
    this.prefix = prefix;
    this.glob = glob;
  }

  /** Returns the resources that a class loader sees, sorted by name. */
  static List<Resource> find(ClassLoader loader, String prefix, Glob glob)
      throws IOException, ConfigurationException {
    ClassPathScan scan = new ClassPathScan(prefix, glob);
    for (URL root : Collections.list(loader.getResources(glob.root()))) {
      scan.addRoot(root);
    }
    for (URL manifest : Collections.list(loader.getResources(IN_EVERY_JAR))) {
      if (manifest.openConnection() instanceof JarURLConnection connection) {
        scan.addJar(connection);
      }
    }
    return List.copyOf(scan.found.values());
  }

  private void addRoot(URL root) throws IOException, ConfigurationException {
    if (root.getProtocol().equals("file")) {
      DirectoryScan.find(path(root), prefix, glob).forEach(found::putIfAbsent);
    } else if (root.openConnection() instanceof JarURLConnection connection) {
      addJar(connection);
    } else {
      throw Refusals.unlistable(prefix + glob.path(), root);
    }
  }

  private void addJar(JarURLConnection connection) throws IOException, ConfigurationException {
    if (!jars.add(connection.getJarFileURL().toString())) {
      return;
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = prefix + entry.getName();
        if (isMeant(entry) && !found.containsKey(name)) {
          found.put(name, Resource.of(name, jar.getInputStream(entry).readAllBytes()));
        }
      }
    }
  }

  private boolean isMeant(JarEntry entry) {
    return !entry.isDirectory()
        && entry.getName().startsWith(glob.root())
        && glob.matches(entry.getName().substring(glob.root().length()));
  }

  static Path path(URL file) {
    return Path.of(URI.create(file.toString()));
  }
}
