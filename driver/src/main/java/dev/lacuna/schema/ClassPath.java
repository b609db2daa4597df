package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The class path as class loaders see it.
 *
 * @param loaders those that are asked, the first that has anything being the one that counts
 */
record ClassPath(List<ClassLoader> loaders) implements Place {

  /** The context class loader, if there is one, before Lacuna's own. */
  static ClassPath of(@Nullable ClassLoader context) {
    ClassLoader own = ClassPath.class.getClassLoader();
    ClassLoader last = own == null ? ClassLoader.getSystemClassLoader() : own;
    return new ClassPath(
        context == null || context == last ? List.of(last) : List.of(context, last));
  }

  @Override
  public String prefix() {
    return "classpath:";
  }

  /** A slash before the path is left out: class loaders know none. */
  @Override
  public Glob glob(String path) {
    return Glob.of(path.startsWith("/") ? path.substring(1) : path);
  }

  @Override
  public List<Resource> find(Glob glob) throws ConfigurationException {
    for (ClassLoader loader : loaders) {
      List<Resource> found = find(loader, glob);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Resource> find(ClassLoader loader, Glob glob) throws ConfigurationException {
    try {
      if (!glob.isLiteral()) {
        return ClassPathScan.find(loader, prefix(), glob);
      }
      URL url = loader.getResource(glob.path());
      byte[] content = url == null ? null : content(url);
      String name = prefix() + glob.path();
      return content == null ? List.of() : List.of(Resource.of(name, content));
    } catch (IOException failure) {
      throw Refusals.unreadableResource(prefix() + glob.path(), failure);
    }
  }

  /** Null for a directory, which class loaders find too. */
  private static byte @Nullable [] content(URL url) throws IOException {
    if (url.openConnection() instanceof JarURLConnection connection) {
      return content(connection);
    }
    if (url.getProtocol().equals("file") && Files.isDirectory(ClassPathScan.path(url))) {
      return null;
    }
    try (InputStream content = url.openStream()) {
      return content.readAllBytes();
    }
  }

  private static byte @Nullable [] content(JarURLConnection connection) throws IOException {
    // A cached file would stay open, and stay the same when the jar is replaced.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      JarEntry entry = connection.getJarEntry();
      return entry.isDirectory() ? null : jar.getInputStream(entry).readAllBytes();
    }
  }

  @Override
  public String whereabouts(Glob glob) {
    String names = loaders.stream().map(ClassPath::name).collect(Collectors.joining(" and "));
    return "%s through the class loader %s".formatted(glob.path(), names);
  }

  private static String name(ClassLoader loader) {
    String name = loader.getName();
    return name == null ? loader.getClass().getSimpleName() : name;
  }

  @Override
  public String start() {
    return "the root of the class path";
  }
}
