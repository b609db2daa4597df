package dev.lacuna.agent.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that lines are appended to, each whole and forced to the disk. Several JVMs may share
 * it. A file that has grown too long is put aside as {@code .1}, and the one before as {@code .2},
 * and so on.
 */
public final class ChangeLog {

  private static final long MAX_BYTES = 20L << 20;
  private static final int KEPT = 5;

  private final Path file;

  public ChangeLog(Path file) {
    this.file = file;
  }

  /**
   * Makes the file, empty, where there is none: a night without shifts leaves a log as well.
   *
   * @throws IOException which says what could not be made
   */
  public void create() throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      createFolder();
      FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    } catch (IOException e) {
      throw new IOException("the log cannot be made: " + e.getMessage(), e);
    }
  }

  private void createFolder() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  /**
   * Appends a line. What a crash has cut off before it stays a line of its own.
   *
   * @throws IOException if it cannot be written
   */
  public void append(PlanChange change) throws IOException {
    createFolder();
    ByteBuffer line = ByteBuffer.wrap((change.line() + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = open();
        FileLock lock = channel.lock()) {
      if (lock.isValid() && Files.size(file) >= MAX_BYTES) {
        rotate();
        try (FileChannel fresh = open()) {
          write(fresh, line);
        }
      } else {
        if (!endsWithLine()) {
          write(channel, ByteBuffer.wrap(new byte[] {'\n'}));
        }
        write(channel, line);
      }
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  private boolean endsWithLine() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() == 0
          || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
    }
  }

  private void rotate() throws IOException {
    for (int i = KEPT - 1; i >= 1; i--) {
      Path older = numbered(i);
      if (Files.exists(older)) {
        Files.move(older, numbered(i + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
