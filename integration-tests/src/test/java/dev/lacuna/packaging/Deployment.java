package dev.lacuna.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.ServiceLoader;

/** A class loader with jars of its own, as a server has one for each application. */
final class Deployment extends URLClassLoader {

  Deployment(ClassLoader parent, Path... jars) {
    super(Arrays.stream(jars).map(Deployment::url).toArray(URL[]::new), parent);
  }

  /** Through the driver that the service loader finds. */
  Connection connect(String url) throws SQLException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      Driver driver =
          ServiceLoader.load(Driver.class, this).stream()
              .map(ServiceLoader.Provider::get)
              .filter(found -> found.getClass().getName().equals("dev.lacuna.LacunaDriver"))
              .findFirst()
              .orElseThrow();
      Connection connection = driver.connect(url, new Properties());
      if (connection == null) {
        throw new IllegalStateException("Lacuna does not take " + url);
      }
      return connection;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Runs a class as one of the application's own. */
  void run(Class<? extends Runnable> program) throws ReflectiveOperationException, IOException {
    String file = program.getName().replace('.', '/') + ".class";
    try (InputStream stream = program.getClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      byte[] bytes = stream.readAllBytes();
      Class<?> own = defineClass(program.getName(), bytes, 0, bytes.length);
      ((Runnable) own.getConstructor().newInstance()).run();
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
