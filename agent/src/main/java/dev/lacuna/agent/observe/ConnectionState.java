package dev.lacuna.agent.observe;

/** What is known of one of the application's connections, and hangs on it. */
final class ConnectionState {

  private final Target target;
  private volatile Settings settings = Settings.NONE;

  ConnectionState(Target target) {
    this.target = target;
  }

  Target target() {
    return target;
  }

  Settings settings() {
    return settings;
  }

  void settings(Settings changed) {
    settings = changed;
  }
}
