package dev.lacuna.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Loaders that have their own copy of some classes of the test's class path. */
final class ClassLoaders {

  private ClassLoaders() {}

  /**
   * Has its own copy of these classes, and no others but the JDK's and those of their package's
   * loader that are not tests.
   */
  static ClassLoader copying(Class<?>... types) {
    Predicate<String> copied =
        name -> Stream.of(types).anyMatch(type -> type.getName().equals(name));
    return new Copying(copied, name -> !name.startsWith("dev.lacuna."));
  }

  /** Has its own copy of every class whose name fits, and the JDK's. */
  static ClassLoader isolated(Predicate<String> copied) {
    return new Copying(copied, name -> false);
  }

  /** Has its own copy of every class whose name fits; all others are the test's. */
  static ClassLoader childFirst(Predicate<String> copied) {
    return new Copying(copied, name -> true);
  }

  private static final class Copying extends ClassLoader {

    private static final ClassLoader SOURCE = ClassLoaders.class.getClassLoader();

    private final Predicate<String> copied;
    private final Predicate<String> shared;

    Copying(Predicate<String> copied, Predicate<String> shared) {
      super(ClassLoader.getPlatformClassLoader());
      this.copied = copied;
      this.shared = shared;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        if (copied.test(name)) {
          byte[] bytes = bytesOf(name);
          return defineClass(name, bytes, 0, bytes.length);
        }
        return shared.test(name) ? SOURCE.loadClass(name) : super.loadClass(name, resolve);
      }
    }

    private static byte[] bytesOf(String name) throws ClassNotFoundException {
      try (InputStream in = SOURCE.getResourceAsStream(name.replace('.', '/') + ".class")) {
        return Objects.requireNonNull(in, name).readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
