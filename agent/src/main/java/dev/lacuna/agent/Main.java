package dev.lacuna.agent;

import dev.lacuna.agent.bridge.AgentLoader;
import java.io.File;

/** The command line of the agent's jar: {@code java -jar lacuna-agent.jar}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      System.exit(review(args));
    }
    System.out.printf(
        """
        %s

        Attach it to an application:
          java -javaagent:lacuna-agent.jar -jar app.jar
        Review what it has logged:
          java -jar lacuna-agent.jar review plan-changes.jsonl
        All there is to say:
          java -jar lacuna-agent.jar --help
        """,
        Version.banner());
  }

  /** The review is where the agent's classes are: in a folder of the jar, behind their loader. */
  private static int review(String[] args) throws Exception {
    File jar = new File(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return (int)
        new AgentLoader(jar)
            .loadClass("dev.lacuna.agent.review.ReviewTool")
            .getMethod("main", String.class, String[].class)
            .invoke(null, Version.current(), args);
  }
}
