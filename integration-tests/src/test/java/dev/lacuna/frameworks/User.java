package dev.lacuna.frameworks;

import org.jspecify.annotations.Nullable;

/** A row of {@link Users}. */
record User(int id, String name, @Nullable String nickname) {}
