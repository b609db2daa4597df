package dev.lacuna.jdbc;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The classes of the real drivers that a wrapper may have for its delegate. */
final class DriverClasses {

  /** The narrower types first. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(Connection.class, LacunaConnection.class),
          new Kind(CallableStatement.class, LacunaCallableStatement.class),
          new Kind(PreparedStatement.class, LacunaPreparedStatement.class),
          new Kind(Statement.class, LacunaStatement.class),
          new Kind(ResultSet.class, LacunaResultSet.class),
          new Kind(DatabaseMetaData.class, LacunaDatabaseMetaData.class));

  private DriverClasses() {}

  /** A JDBC interface and the base class of its wrappers. */
  record Kind(Class<?> jdbc, Class<? extends LacunaWrapper> base) {}

  /** A driver's class, and what it is wrapped in. */
  record Wrapped(Class<?> delegate, Class<? extends LacunaWrapper> base) {

    @Override
    public String toString() {
      return delegate.getName();
    }
  }

  static Stream<Wrapped> postgres() {
    return in(org.postgresql.Driver.class);
  }

  static Stream<Wrapped> mysql() {
    return in(com.mysql.cj.jdbc.Driver.class);
  }

  static Stream<Wrapped> mariadb() {
    return in(org.mariadb.jdbc.Driver.class);
  }

  private static Stream<Wrapped> in(Class<?> driver) {
    return namesIn(driver)
        .flatMap(name -> load(name, driver.getClassLoader()).stream())
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .flatMap(type -> kindOf(type).map(kind -> new Wrapped(type, kind.base())).stream());
  }

  private static Stream<String> namesIn(Class<?> driver) {
    try (JarFile jar =
        new JarFile(
            Path.of(driver.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .toList()
          .stream();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without what needs a library that is optional for the driver. */
  private static Optional<Class<?>> load(String name, ClassLoader loader) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError optional) {
      return Optional.empty();
    }
  }

  private static Optional<Kind> kindOf(Class<?> type) {
    return KINDS.stream().filter(kind -> kind.jdbc().isAssignableFrom(type)).findFirst();
  }
}
