package dev.lacuna.agent;

import dev.lacuna.agent.baseline.BaselineFolder;
import dev.lacuna.agent.bridge.Bridge;
import dev.lacuna.agent.instrument.DriverTransformer;
import dev.lacuna.agent.log.ChangeLog;
import dev.lacuna.agent.notice.AgentThread;
import dev.lacuna.agent.observe.Inbox;
import dev.lacuna.agent.observe.Observer;
import dev.lacuna.agent.observe.Queries;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import org.jspecify.annotations.Nullable;

/** The agent behind its own loader: puts the parts together and starts them. */
public final class AgentRuntime {

  private AgentRuntime() {}

  /**
   * Starts the agent.
   *
   * @param options what the user gave
   * @throws IllegalArgumentException if an option is wrong
   * @throws IOException if there is no log and none can be made; its message says so
   */
  public static void start(@Nullable String options, Instrumentation instrumentation)
      throws UnmodifiableClassException, IOException {
    AgentOptions parsed = AgentOptions.parse(options);
    ChangeLog log = new ChangeLog(parsed.log());
    log.create();
    Inbox inbox = new Inbox();
    inbox.readBy(new AgentThread(inbox, new BaselineFolder(parsed.baseline()), log));
    Bridge.attach(new Observer(new Queries(), inbox));
    DriverTransformer.install(instrumentation);
  }
}
