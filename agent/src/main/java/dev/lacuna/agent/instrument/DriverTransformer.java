package dev.lacuna.agent.instrument;

import dev.lacuna.agent.bridge.Bridge;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the advice into the drivers' classes, as they are loaded or where they are already. */
public final class DriverTransformer implements ClassFileTransformer {

  private DriverTransformer() {}

  /** From now on the drivers' classes call the {@link Bridge}. */
  public static void install(Instrumentation instrumentation) throws UnmodifiableClassException {
    // First the look at the classes: it loads what transform needs to turn a class down. A class
    // that transform had to load for that would ask transform in its turn.
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (DriverClass.named(type.getName().replace('.', '/')) != null) {
        loaded.add(type);
      }
    }
    instrumentation.addTransformer(new DriverTransformer(), true);
    if (!loaded.isEmpty()) {
      instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
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
      return AdvisedClass.of(type, bytes, redefined == null);
    } catch (Throwable fault) {
      Bridge.fault(fault);
      return null;
    }
  }
}
