package dev.lacuna.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A JVM without the agent, in which the probes are run on the plain driver. */
final class PlainJvm {

  private static final String LOGIN = "login.";

  private PlainJvm() {}

  /**
   * What every probe sees there, by the probe's name. Fails in a JVM that has no agent itself: what
   * is there to be compared?
   */
  static Map<String, List<String>> transcripts(Server server) throws Exception {
    Class.forName("dev.lacuna.agent.bridge.Bridge", false, null);
    Path file = Files.createTempFile("transcripts", ".bin");
    try {
      run(server, file);
      return read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void run(Server server, Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                System.getProperty("java.class.path"),
                PlainJvm.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (OutputStream input = process.getOutputStream()) {
      properties(server).store(input, null);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static Properties properties(Server server) {
    Properties properties = new Properties();
    properties.setProperty("engine", server.engine().name());
    properties.setProperty("url", server.url());
    properties.setProperty("driver", server.driver().getClass().getName());
    server.login().forEach((name, value) -> properties.put(LOGIN + name, value));
    return properties;
  }

  @SuppressWarnings("unchecked") // this class wrote it
  private static Map<String, List<String>> read(Path file)
      throws IOException, ClassNotFoundException {
    try (ObjectInputStream stream = new ObjectInputStream(Files.newInputStream(file))) {
      return (Map<String, List<String>>) stream.readObject();
    }
  }

  /**
   * Reads a server from standard input, and writes what every probe sees to a file.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.load(System.in);
    Bench bench = new Bench(server(properties), Way.RAW);
    Map<String, List<String>> transcripts = new LinkedHashMap<>();
    for (Map.Entry<String, Probe> probe : Probes.all().entrySet()) {
      transcripts.put(probe.getKey(), new ArrayList<>(bench.transcript(probe.getValue())));
    }
    try (ObjectOutputStream stream =
        new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
      stream.writeObject(transcripts);
    }
    System.exit(0); // a probe may have left a thread behind
  }

  private static Server server(Properties properties) throws ReflectiveOperationException {
    Properties login = new Properties();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(LOGIN)) {
        login.setProperty(name.substring(LOGIN.length()), properties.getProperty(name));
      }
    }
    Class<?> driver = Class.forName(properties.getProperty("driver"));
    return new Server(
        Engine.valueOf(properties.getProperty("engine")),
        properties.getProperty("url"),
        login,
        (Driver) driver.getDeclaredConstructor().newInstance());
  }
}
