package dev.lacuna.agent.instrument;

import dev.lacuna.agent.bridge.Bridge;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the advice into the drivers' classes, as they are loaded or where they are already. */
public final class DriverTransformer implements ClassFileTransformer {

  private DriverTransformer() {}

  /** From now on the drivers' classes call the {@link Bridge}. */
  public static void install(Instrumentation instrumentation) throws UnmodifiableClassException {
    // First the look at the classes: it loads all that transform needs to turn a class down. A
    // class
    // that transform had to load for that would ask transform in its turn.
    Class<?>[] loaded =
        Stream.of(instrumentation.getAllLoadedClasses())
            .filter(type -> DriverClass.named(type.getName().replace('.', '/')) != null)
            .toArray(Class<?>[]::new);
    instrumentation.addTransformer(new DriverTransformer(), true);
    if (loaded.length > 0) {
      instrumentation.retransformClasses(loaded);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    DriverClass type = DriverClass.named(name);
    if (type == null) {
      return null;
    }
    try {
      return Weaver.weave(type, loader, bytes, redefined == null);
    } catch (Throwable fault) {
      Bridge.fault(fault);
      return null;
    }
  }
}
