package dev.lacuna.agent.bridge;

import org.jspecify.annotations.Nullable;

/** What the drivers' statements and connections become: they carry what the agent knows of them. */
public interface Observed {

  @Nullable Object lacunaState();

  void lacunaState(@Nullable Object state);
}
