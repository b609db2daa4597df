package dev.lacuna.demo;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Where the demo prints: a terminal with colours and a line that is drawn again, or a plain log.
 */
final class Screen {

  /** Colours, by what they mean. */
  enum Ink {
    TITLE("1"),
    GOOD("32"),
    BAD("31"),
    NOTE("33"),
    COLUMN("36"),
    FAINT("2");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  static final int WIDTH = 100;

  private static final String UNICODE = "✓✗–·…│└▁▂▃▄▅▆▇█";
  private static final String ASCII = "+x-;~|`_..--=+#";

  private final PrintStream out;
  private final boolean colour;
  private final boolean live;
  private final boolean unicode;

  Screen(PrintStream out, boolean colour, boolean live, boolean unicode) {
    this.out = out;
    this.colour = colour;
    this.live = live;
    this.unicode = unicode;
  }

  /**
   * The standard output.
   *
   * @param style {@code always}, {@code never}, or anything else to look at the surroundings: a
   *     terminal that is not dumb gets colours, unless NO_COLOR is set; a CI job is no terminal
   */
  static Screen standard(String style, Map<String, String> environment) {
    boolean terminal =
        isTerminal()
            && !environment.getOrDefault("TERM", "dumb").equals("dumb")
            && !environment.containsKey("CI");
    boolean colour =
        switch (style.toLowerCase(Locale.ROOT)) {
          case "always" -> true;
          case "never" -> false;
          default -> terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        };
    Charset charset = charset(environment);
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    return new Screen(out, colour, terminal, charset.equals(StandardCharsets.UTF_8));
  }

  boolean isLive() {
    return live;
  }

  void line(String text) {
    out.println(plainIfNeedBe(text));
  }

  void line() {
    out.println();
  }

  /** Draws a line over the one before, where the terminal allows. */
  void redraw(String text) {
    out.print("\r" + plainIfNeedBe(text) + "\u001b[K");
    out.flush();
  }

  String ink(Ink ink, String text) {
    return colour ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }

  /** The text cut, or filled with blanks, to the width. */
  static String fit(String text, int width) {
    return text.length() > width
        ? text.substring(0, width - 1) + "…"
        : text + " ".repeat(width - text.length());
  }

  private String plainIfNeedBe(String text) {
    if (unicode) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      int known = UNICODE.indexOf(plain.charAt(i));
      if (known >= 0) {
        plain.setCharAt(i, ASCII.charAt(known));
      }
    }
    return plain.toString();
  }

  /** From JDK 22 on there is a console even without a terminal, and it says which. */
  @SuppressWarnings("SystemConsoleNull") // both are asked
  private static boolean isTerminal() {
    if (System.console() == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  /** UTF-8, unless the locale names another: an unset locale in a container means no objection. */
  private static Charset charset(Map<String, String> environment) {
    String locale =
        environment.getOrDefault(
            "LC_ALL", environment.getOrDefault("LC_CTYPE", environment.getOrDefault("LANG", "")));
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    boolean other = locale.contains(".") && !locale.toUpperCase(Locale.ROOT).contains("UTF");
    return windows || other
        ? Charset.forName(System.getProperty("native.encoding", "US-ASCII"))
        : StandardCharsets.UTF_8;
  }
}
