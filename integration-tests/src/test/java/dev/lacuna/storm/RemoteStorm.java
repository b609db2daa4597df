package dev.lacuna.storm;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link StormJvm} as seen from the JVM that changes the table. */
final class RemoteStorm implements AutoCloseable {

  private static final long END_SECONDS = 30;

  private final Process process;
  private final Path log;
  private final ObjectOutputStream orders;

  private RemoteStorm(Process process, Path log, ObjectOutputStream orders) {
    this.process = process;
    this.log = log;
    this.orders = orders;
  }

  /**
   * Starts a JVM.
   *
   * @param folder takes what it says on standard error
   */
  static RemoteStorm start(Path folder, StormJvm.Order order) throws IOException {
    Path log = Files.createTempFile(folder, "storm", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StormJvm.class.getName())
            .redirectError(log.toFile())
            .start();
    ObjectOutputStream orders = new ObjectOutputStream(process.getOutputStream());
    orders.writeObject(order);
    orders.flush();
    return new RemoteStorm(process, log, orders);
  }

  /** Returns when its desks are at work. */
  void awaitStart() throws IOException {
    answer(Boolean.class);
  }

  /** Closes the desks. */
  Storm.Outcome finish() throws IOException {
    orders.write(1);
    orders.flush();
    return answer(Storm.Outcome.class);
  }

  private <T> T answer(Class<T> type) throws IOException {
    try {
      return type.cast(new ObjectInputStream(process.getInputStream()).readObject());
    } catch (IOException | ClassNotFoundException e) {
      List<String> said = Files.readAllLines(log);
      throw new IOException("A JVM of the storm ended: " + String.join("\n", said), e);
    }
  }

  @Override
  public void close() throws IOException {
    orders.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
