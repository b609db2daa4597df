package dev.lacuna.ddl;

import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.ddl.rules.Estimate;
import dev.lacuna.ddl.rules.Finding;
import dev.lacuna.ddl.rules.Texts;
import dev.lacuna.engine.Dialect;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes a verdict for people, in lines of at most a hundred columns. */
public final class VerdictText {

  private static final int COLUMNS = 100;

  private final Verdict verdict;
  private final StringBuilder out = new StringBuilder();
  private UnaryOperator<String> mask = UnaryOperator.identity();

  private VerdictText(Verdict verdict) {
    this.verdict = verdict;
  }

  /** The verdict, as a log or a terminal shows it. */
  public static String of(Verdict verdict) {
    return new VerdictText(verdict).write(verdict.level().title(), verdict.findings());
  }

  /**
   * The same without what stands in the statement's strings, for logs: nobody expects a secret
   * default there.
   */
  public static String masked(Verdict verdict) {
    Dialect dialect = verdict.facts().server().engine().dialect();
    Literals literals = Literals.in(verdict.ddl().sql(), dialect);
    VerdictText text = new VerdictText(verdict);
    text.mask = literals::masked;
    return text.write(verdict.level().title(), verdict.findings());
  }

  /** The refusal of a statement: the findings that have it refused, and how to allow them. */
  public static String refusal(Verdict verdict) {
    VerdictText text = new VerdictText(verdict);
    List<Finding> grave = verdict.grave();
    text.write("Refused", grave);
    text.out.append('\n');
    text.line(
        "Allow it: ",
        "/* lacuna:allow "
            + grave.stream().map(Finding::rule).distinct().collect(Collectors.joining(", "))
            + " */ in the statement, or lacuna.ddl.allow.");
    return text.out.toString();
  }

  private String write(String title, List<Finding> findings) {
    List<Finding> shown =
        findings.stream().filter(finding -> !verdict.allowed().contains(finding.rule())).toList();
    List<String> ids = shown.stream().map(Finding::rule).distinct().toList();
    String head = ids.isEmpty() ? title : title + " [" + String.join(", ", ids) + "]";
    line(head + ": ", Texts.line(mask.apply(verdict.ddl().sql())));
    if (shown.isEmpty()) {
      out.append('\n');
      line("What it does: ", effect());
    }
    for (Finding finding : shown) {
      finding(finding, shown.size() > 1);
    }
    return out.toString();
  }

  private String effect() {
    if (!verdict.effect().isLong()) {
      return verdict.effect().lock() == Lock.NONE ? under() + "." : under() + " for a moment.";
    }
    String work = verdict.effect().rewrites() ? "writes the table anew" : "reads the whole table";
    Estimate estimate = verdict.estimate();
    return under() + "; " + work + (estimate == null ? "." : ", " + estimate.text() + ".");
  }

  private String under() {
    String lock = verdict.effect().lock().sql();
    if (verdict.effect().algorithm() != null) {
      return "ALGORITHM=" + verdict.effect().algorithm() + ", LOCK=" + lock;
    }
    return lock.equals("NONE") ? "locks no table" : lock + " on the table";
  }

  private void finding(Finding finding, boolean named) {
    out.append('\n');
    line(named ? "Why [" + finding.rule() + "]: " : "Why: ", mask.apply(finding.why()));
    if (!finding.instead().isEmpty()) {
      out.append('\n');
      line("Instead: ", mask.apply(finding.instead()));
    }
    for (String sql : finding.sql()) {
      out.append('\n')
          .append(
              Sql.folded(mask.apply(Sql.terminated(sql)), COLUMNS - 2).indent(2).stripTrailing());
    }
  }

  /** A text behind its label; what does not fit goes on, indented, in the next line. */
  private void line(String label, String text) {
    int column = label.length();
    out.append(label);
    boolean first = true;
    for (String word : text.split(" ", -1)) {
      if (!first && column + 1 + word.length() > COLUMNS) {
        out.append("\n  ");
        column = 2;
      } else if (!first) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
      first = false;
    }
  }
}
