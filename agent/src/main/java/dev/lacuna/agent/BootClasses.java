package dev.lacuna.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Gives the classes of the bridge to the bootstrap loader.
 *
 * <p>The JVM's own way, to append a jar to that loader's search path, turns class data sharing off
 * for all but that loader's classes, which costs start-up time, and says so on standard output,
 * which is the application's. So the few classes are defined there one by one; only where a JVM
 * does not let us is the jar appended.
 */
final class BootClasses {

  private static final String BRIDGE = "dev/lacuna/agent/bridge/";
  private static final String CLASS = ".class";

  private BootClasses() {}

  static void define(File file, Instrumentation instrumentation) throws IOException {
    JarFile jar = new JarFile(file);
    try {
      defineEach(jar, instrumentation);
      jar.close();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      instrumentation.appendToBootstrapClassLoaderSearch(jar);
    }
  }

  private static void defineEach(JarFile jar, Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(BootClasses.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
    Object unsafe = type.getMethod("getUnsafe").invoke(null);
    Method define =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      String name = entry.getName();
      if (name.startsWith(BRIDGE) && name.endsWith(CLASS)) {
        byte[] bytes = read(jar, entry);
        String binary = name.substring(0, name.length() - CLASS.length());
        define.invoke(unsafe, binary, bytes, 0, bytes.length, null, null);
      }
    }
  }

  private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
