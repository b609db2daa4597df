package dev.lacuna.agent;

import dev.lacuna.agent.review.ReviewTool;

/** The command line of the agent's jar: {@code java -jar lacuna-agent.jar}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    if (args.length > 0) {
      System.exit(ReviewTool.main(Version.current(), args));
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
}
