package dev.lacuna.rewrite;

import org.junit.jupiter.api.TestInstance;

/** Placeholder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewriteLiveTest {

  private LiveTables tables;
}
