package dev.lacuna.benchmarks;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.openjdk.jmh.Main;

/**
 * Runs JMH with the command line it is given. The real drivers are not on the benchmarks' class
 * path: the stub takes their URL.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs them.
   *
   * @param arguments those of JMH
   */
  public static void main(String[] arguments) throws Exception {
    String path = System.getProperty("java.class.path", "");
    System.setProperty(
        "java.class.path",
        Arrays.stream(path.split(File.pathSeparator, -1))
            .filter(entry -> !new File(entry).getName().startsWith("postgresql-"))
            .collect(Collectors.joining(File.pathSeparator)));
    Main.main(arguments);
  }
}
