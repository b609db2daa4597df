package dev.lacuna.agent.observe;

import java.util.List;

/**
 * One run of a query that can be explained: what was sent, with the values, and how the connection
 * was set. Stays in memory.
 *
 * @param sent the text that reached the driver, which is another than the application's where
 *     Lacuna's driver translated it
 * @param own the application's text
 * @param bindings one for each parameter, in order
 */
public record Sample(String sent, String own, List<Binding> bindings, Settings settings) {

  /** Whether Lacuna's driver sent another text than the application's. */
  public boolean isTranslated() {
    return !sent.equals(own);
  }

  /** Values never reach a text of any kind. */
  @Override
  public String toString() {
    return "Sample[" + bindings.size() + " values]";
  }
}
