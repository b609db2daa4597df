package dev.lacuna.agent.review.shift;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What logs hold.
 *
 * @param shifts in the order of the lines
 * @param problems a sentence for each line that could not be read: a crash leaves a broken line
 */
public record ShiftLog(List<LoggedShift> shifts, List<String> problems) {

  public ShiftLog {
    shifts = List.copyOf(shifts);
    problems = List.copyOf(problems);
  }

  /**
   * All lines of some files, one file after the other.
   *
   * @throws IOException if a file cannot be read
   * @throws NewerSchemaException if a newer agent wrote a line
   */
  public static ShiftLog read(List<Path> files) throws IOException {
    List<LoggedShift> shifts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      read(file, shifts, problems);
    }
    return new ShiftLog(shifts, problems);
  }

  /** A crash may cut a line within a character: bytes that are none are replaced, not refused. */
  private static void read(Path file, List<LoggedShift> shifts, List<String> problems)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      int number = 1;
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        try {
          if (!line.isBlank()) {
            shifts.add(LogLine.parse(line));
          }
        } catch (IllegalArgumentException e) {
          problems.add(
              "%s, line %d is left out: %s.".formatted(file.getFileName(), number, e.getMessage()));
        }
        number++;
      }
    }
  }
}
