package dev.lacuna.plans;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The agent that is attached to this JVM. */
final class Agent {

  private Agent() {}

  /** Runs work that the agent does not see, as if it were done in another process. */
  static <T> T unseen(Callable<T> work) throws Exception {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              Class.forName("dev.lacuna.agent.bridge.Bridge", true, null)
                  .getMethod("ignoreThisThread")
                  .invoke(null);
              return work.call();
            });
    Thread thread = new Thread(task, "unseen");
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
