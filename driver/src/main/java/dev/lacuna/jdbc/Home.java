package dev.lacuna.jdbc;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A place for generated classes, from where both Lacuna and the driver can be seen. */
interface Home {

  /** Whether a class that lives here finds this very type under its name. */
  boolean sees(Class<?> type);

  Class<?> define(String name, byte[] bytes) throws IllegalAccessException;

  /** Keeps the maker, and with it its class, for as long as the place is there. */
  void keep(Maker maker);

  /**
   * Lacuna's own package, if all the interfaces can be seen from it; else one beside the driver.
   */
  static Home of(Class<?> delegate, Surface surface) {
    ClassLoader loader = delegate.getClassLoader();
    return loader == null || surface.interfaces().stream().allMatch(OwnPackage.INSTANCE::sees)
        ? OwnPackage.INSTANCE
        : BridgeLoader.to(loader);
  }

  static boolean sees(ClassLoader loader, Class<?> type) {
    try {
      return Class.forName(type.getName(), false, loader) == type;
    } catch (ClassNotFoundException | LinkageError unseen) {
      return false;
    }
  }

  /** Classes here live as long as Lacuna does, and hold nothing that does not. */
  final class OwnPackage implements Home {

    static final OwnPackage INSTANCE = new OwnPackage();

    private static final ClassLoader OWN_LOADER = Home.class.getClassLoader();

    private final List<Maker> makers = new CopyOnWriteArrayList<>();

    private OwnPackage() {}

    @Override
    public boolean sees(Class<?> type) {
      return Home.sees(OWN_LOADER, type);
    }

    @Override
    public Class<?> define(String name, byte[] bytes) throws IllegalAccessException {
      return MethodHandles.lookup().defineClass(bytes);
    }

    @Override
    public void keep(Maker maker) {
      makers.add(maker);
    }
  }
}
