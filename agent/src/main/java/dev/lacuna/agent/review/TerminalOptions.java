package dev.lacuna.agent.review;

import dev.lacuna.agent.review.text.Paint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How the terminal is written to. */
final class TerminalOptions {

  private static final int WIDTH_OF_A_FILE = 100;
  private static final int QUERIES = 5;

  /** When to colour. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      description = "auto, always or never; NO_COLOR is heeded.")
  private Colour colour = Colour.AUTO;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "By default, the terminal's; of a file, 100.")
  private @Nullable Integer width;

  @Option(names = "--all", description = "Show every query whole, not the worst 5 of a card.")
  private boolean all;

  Paint paint() {
    return switch (colour) {
      case ALWAYS -> Paint.COLOURED;
      case NEVER -> Paint.PLAIN;
      case AUTO -> Ansi.AUTO.enabled() ? Paint.COLOURED : Paint.PLAIN;
    };
  }

  /** Of the terminal, where there is one. */
  int width(CommandLine line) {
    if (width != null) {
      return width;
    }
    return Ansi.AUTO.enabled() ? line.getUsageHelpWidth() : WIDTH_OF_A_FILE;
  }

  int queries() {
    return all ? Integer.MAX_VALUE : QUERIES;
  }
}
