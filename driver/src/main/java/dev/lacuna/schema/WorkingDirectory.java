package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file system, relative paths being those of the working directory. */
record WorkingDirectory() implements Place {

  @Override
  public String prefix() {
    return "file:";
  }

  /** {@code file:///x} is what a URL would be; on Windows, a path may have backslashes. */
  @Override
  public Glob glob(String path) {
    String plain = path.startsWith("///") ? path.substring(2) : path;
    return Glob.of(plain.replace(File.separatorChar, '/'));
  }

  @Override
  public List<Resource> find(Glob glob) throws ConfigurationException {
    if (!glob.isLiteral()) {
      Path root = absolute(glob.root());
      return Files.isDirectory(root)
          ? List.copyOf(DirectoryScan.find(root, prefix(), glob).values())
          : List.of();
    }
    Path file = absolute(glob.path());
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    String name = prefix() + glob.path();
    try {
      return List.of(Resource.of(name, Files.readAllBytes(file)));
    } catch (IOException failure) {
      throw Refusals.unreadableResource(name, failure);
    }
  }

  @Override
  public String whereabouts(Glob glob) {
    return glob.isLiteral()
        ? absolute(glob.path()).toString()
        : glob.relative() + " in " + absolute(glob.root());
  }

  @Override
  public String start() {
    return "the working directory, " + absolute("");
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }
}
