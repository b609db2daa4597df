package dev.lacuna.agent;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the {@code =} of {@code -javaagent:lacuna-agent.jar=}.
 *
 * @param log the file that shifts are appended to
 * @param baseline the folder of what is remembered across restarts
 */
record AgentOptions(Path log, Path baseline) {

  private static final String LOG = "log";
  private static final String BASELINE = "baseline";

  /**
   * Reads {@code name=value,name=value}.
   *
   * @throws IllegalArgumentException for anything else, and for a name that is not known
   */
  static AgentOptions parse(@Nullable String text) {
    Map<String, String> values =
        new HashMap<>(Map.of(LOG, "plan-changes.jsonl", BASELINE, "plan-baseline"));
    for (String option : text == null || text.isBlank() ? new String[0] : text.split(",")) {
      int equals = option.indexOf('=');
      String name = equals < 0 ? option.strip() : option.substring(0, equals).strip();
      String value = equals < 0 ? "" : option.substring(equals + 1).strip();
      if (!values.containsKey(name) || value.isEmpty()) {
        throw new IllegalArgumentException(
            "option '" + option + "' is not known; there are log=FILE and baseline=FOLDER");
      }
      values.put(name, value);
    }
    return new AgentOptions(Path.of(values.get(LOG)), Path.of(values.get(BASELINE)));
  }
}
