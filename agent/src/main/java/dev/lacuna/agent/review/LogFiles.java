package dev.lacuna.agent.review;

import dev.lacuna.agent.review.accept.AcceptedFile;
import dev.lacuna.agent.review.shift.ShiftLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where logs are, and what is beside them. */
final class LogFiles {

  static final Path USUAL = Path.of("plan-changes.jsonl");

  private static final int MOST_ROTATED = 99;

  private LogFiles() {}

  /**
   * All that the logs hold, and what was rotated out of them, the oldest first.
   *
   * @throws NoSuchFileException if one is not there
   * @throws dev.lacuna.agent.review.shift.NewerSchemaException if a newer agent wrote one
   */
  static ShiftLog read(List<Path> logs) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path log : logs) {
      if (!Files.exists(log)) {
        throw new NoSuchFileException(
            log + ". The agent writes it where its option log= says, when a plan has changed.");
      }
      for (int number = MOST_ROTATED; number > 0; number--) {
        Path rotated = log.resolveSibling(log.getFileName() + "." + number);
        if (Files.exists(rotated)) {
          files.add(rotated);
        }
      }
      files.add(log);
    }
    return ShiftLog.read(files);
  }

  /** The file of acceptances that belongs to a log. */
  static Path accepted(Path log) {
    return log.resolveSibling(AcceptedFile.NAME);
  }
}
