package dev.lacuna.jdbc;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Joins Lacuna's classes to those of a driver that Lacuna's own loader does not see, or sees
 * another copy of.
 *
 * <p>Nobody but its classes holds a bridge. While a wrapper is in use, so is the bridge; after the
 * last one the bridge goes, and the driver's loader can go too. The next connection then generates
 * the wrappers again.
 */
final class BridgeLoader extends ClassLoader implements Home {

  static {
    registerAsParallelCapable();
  }

  private static final String OWN_PACKAGE = BridgeLoader.class.getPackageName() + ".";

  /** Guarded by itself; asked once for every class of a driver. */
  private static final Map<ClassLoader, WeakReference<BridgeLoader>> BRIDGES = new WeakHashMap<>();

  private final List<Maker> makers = new CopyOnWriteArrayList<>();

  private BridgeLoader(ClassLoader driver) {
    super("lacuna", driver);
  }

  static BridgeLoader to(ClassLoader driver) {
    synchronized (BRIDGES) {
      WeakReference<BridgeLoader> known = BRIDGES.get(driver);
      BridgeLoader bridge = known == null ? null : known.get();
      if (bridge == null) {
        bridge = new BridgeLoader(driver);
        BRIDGES.put(driver, new WeakReference<>(bridge));
      }
      return bridge;
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OWN_PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    Class<?> generated = findLoadedClass(name);
    return generated != null
        ? generated
        : Class.forName(name, false, BridgeLoader.class.getClassLoader());
  }

  @Override
  public boolean sees(Class<?> type) {
    return Home.sees(this, type);
  }

  @Override
  public Class<?> define(String name, byte[] bytes) {
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public void keep(Maker maker) {
    makers.add(maker);
  }
}
