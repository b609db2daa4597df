package dev.lacuna.storm;

import org.jspecify.annotations.Nullable;

/** A row of {@code users}, as far as the storm looks at it. */
record Row(long id, int visits, @Nullable Mark nickname) {}
