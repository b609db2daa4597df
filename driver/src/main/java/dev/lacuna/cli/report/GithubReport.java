package dev.lacuna.cli.report;

import dev.lacuna.ddl.Level;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.VerdictText;

/**
 * A report as commands to a GitHub Actions runner, which shows them beside the lines of a pull
 * request: one annotation a statement of which there is something to say.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">
 *     Workflow commands for GitHub Actions</a>
 */
public final class GithubReport {

  private GithubReport() {}

  /** The report's text. */
  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    for (Judged judged : report.statements()) {
      Verdict verdict = judged.verdict();
      if (verdict.findings().stream()
          .anyMatch(finding -> !verdict.allowed().contains(finding.rule()))) {
        text.append(annotation(judged)).append('\n');
      }
    }
    return text.append(report.summary()).append('\n').toString();
  }

  private static String annotation(Judged judged) {
    String text = VerdictText.of(judged.verdict());
    int end = text.indexOf(": ");
    return "::%s file=%s,line=%d,endLine=%d,title=%s::%s"
        .formatted(
            command(judged.verdict().level()),
            property(judged.file()),
            judged.line(),
            judged.lastLine(),
            property(text.substring(0, end)),
            data(text.substring(end + 2)));
  }

  private static String command(Level level) {
    return switch (level) {
      case DANGEROUS -> "error";
      case CAUTION -> "warning";
      case SAFE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
