package dev.lacuna.agent;

/** The command line of the agent's jar: {@code java -jar lacuna-agent.jar}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.out.printf(
        """
        %s

        Attach it to an application:
          java -javaagent:lacuna-agent.jar -jar app.jar
        """,
        Version.banner());
  }
}
