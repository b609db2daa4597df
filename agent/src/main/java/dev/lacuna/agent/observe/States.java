package dev.lacuna.agent.observe;

import dev.lacuna.agent.bridge.Observed;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Where the state of an object of the driver's is kept: in the object itself, where it can be. */
final class States {

  /** For classes that were loaded before the agent came, and could get no field. */
  private final Map<Object, Object> others = Collections.synchronizedMap(new WeakHashMap<>());

  @Nullable Object get(Object object) {
    return object instanceof Observed observed ? observed.lacunaState() : others.get(object);
  }

  void set(Object object, Object state) {
    if (object instanceof Observed observed) {
      observed.lacunaState(state);
    } else {
      others.put(object, state);
    }
  }
}
