package dev.lacuna.agent.bridge;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent's classes from a folder of its jar in which no other loader finds them, so that
 * nothing of the agent, nor of what it uses, meets the application's own classes.
 */
public final class AgentLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String FOLDER = "inst/";
  private static final String CLASS = ".class";
  private static final String CLASS_IN_JAR = ".classdata";

  private final File file;
  private final JarFile jar;

  /** The loader stays open as long as the JVM runs. */
  public AgentLoader(File file) throws IOException {
    super("lacuna-agent", ClassLoader.getPlatformClassLoader());
    this.file = file;
    this.jar = new JarFile(file, false);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = read(name.replace('.', '/') + CLASS);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private byte @Nullable [] read(String resource) throws IOException {
    JarEntry entry = jar.getJarEntry(inJar(resource));
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static String inJar(String resource) {
    return FOLDER
        + (resource.endsWith(CLASS)
            ? resource.substring(0, resource.length() - CLASS.length()) + CLASS_IN_JAR
            : resource);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    if (jar.getJarEntry(inJar(name)) == null) {
      return null;
    }
    try {
      return new URL("jar:" + file.toURI() + "!/" + inJar(name));
    } catch (MalformedURLException e) {
      throw new IllegalStateException("The URL of the agent's jar", e);
    }
  }

  // Through the jar that is open anyway: Byte Buddy reads the advice's classes this way.
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      byte[] bytes = read(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      return null;
    }
  }
}
