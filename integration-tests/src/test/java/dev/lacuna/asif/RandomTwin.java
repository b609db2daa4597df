package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Runs random statements on both twins. */
final class RandomTwin {

  /** So many different failures are enough to look into. */
  private static final int ENOUGH = 5;

  private static final Pattern NUMBER = Pattern.compile("(.*):(?:Integer|Long|BigDecimal)");

  /** What is found of a statement. */
  enum Verdict {
    AGREES,
    FAILS_ALIKE,
    REFUSED,
    DISAGREES
  }

  /**
   * What came of some statements.
   *
   * @param verdicts how many there are of each
   * @param disagreements those that disagree, each with its simplest form
   */
  record Report(Map<Verdict, Integer> verdicts, List<String> disagreements) {

    static Report of(List<Report> parts) {
      Report all = new Report(new EnumMap<>(Verdict.class), new ArrayList<>());
      for (Report part : parts) {
        part.verdicts.forEach((verdict, count) -> all.verdicts.merge(verdict, count, Integer::sum));
        all.disagreements.addAll(part.disagreements);
      }
      return all;
    }

    int count() {
      return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Verdict verdict) {
      return verdicts.getOrDefault(verdict, 0);
    }

    private void add(Verdict verdict) {
      verdicts.merge(verdict, 1, Integer::sum);
    }
  }

  /** What the twins answer, and what is found of it. */
  private record Finding(Verdict verdict, Outcome expected, Outcome actual) {

    @Override
    public String toString() {
      return """
      with the column:
        %s
      without:
        %s\
      """
          .formatted(
              beginning(expected.toldBeside(actual)), beginning(actual.toldBeside(expected)));
    }

    private static String beginning(String text) {
      return text.substring(0, Math.min(text.length(), 2_000));
    }
  }

  private final Pair twins;
  private final long seed;

  RandomTwin(Pair twins, long seed) {
    this.twins = twins;
    this.seed = seed;
  }

  /**
   * Runs statements until all have been run, or enough have disagreed.
   *
   * @param numbers which of those that the seed makes
   */
  Report run(IntStream numbers) throws SQLException {
    Report report = Report.of(List.of());
    for (int number : numbers.toArray()) {
      if (report.disagreements.size() == ENOUGH) {
        break;
      }
      Choices choices = Choices.random(seed, number);
      RandomStatement statement = RandomStatements.of(choices, twins.engine());
      Finding finding = find(statement, mode(number));
      if (finding.expected.isCutOff() || finding.actual.isCutOff()) {
        throw new IllegalStateException(
            "The server went away over seed %d, number %d: %s"
                .formatted(seed, number, statement.sql()));
      }
      report.add(finding.verdict);
      if (finding.verdict == Verdict.DISAGREES) {
        report.disagreements.add(tell(number, statement, finding, choices.made()));
      }
    }
    return report;
  }

  /** Mostly those ways that applications take. */
  private static Mode mode(int number) {
    return number % 4 == 3
        ? Mode.SERVER_PREPARED
        : number % 2 == 1 ? Mode.PREPARED : Mode.STATEMENT;
  }

  private Finding find(RandomStatement statement, Mode mode) throws SQLException {
    Outcome expected = twins.with().call(statement, mode);
    if (mode == Mode.SERVER_PREPARED && !repeats(expected)) {
      // At the second execution the plain servers themselves err now and then: MariaDB 11.8.6 does
      // not know columns of a DISTINCT derived table any more (1054), MySQL 9.7 mixes up labels.
      if (!statement.onlyReads()) {
        twins.without().call(statement, mode); // so that both give out the same numbers
      }
      return find(statement, Mode.PREPARED);
    }
    Outcome actual = twins.without().call(statement, mode);
    return new Finding(verdict(expected, actual), expected, actual);
  }

  private Verdict verdict(Outcome expected, Outcome actual) {
    if (roughly(actual).equals(roughly(expected))) {
      return expected.failed() ? Verdict.FAILS_ALIKE : Verdict.AGREES;
    }
    return actual.message().contains("no answer as if") ? Verdict.REFUSED : Verdict.DISAGREES;
  }

  /** Whether what was executed twice has led to the same twice. */
  private boolean repeats(Outcome outcome) {
    int half = outcome.results().size() / 2;
    List<Object> first = roughly(outcome.results().subList(0, half));
    return roughly(outcome.results().subList(half, outcome.results().size())).equals(first);
  }

  /**
   * Without the sizes of columns: those of expressions follow from how they are put together. MySQL
   * and MariaDB also make larger numbers where a plan needs a temporary table.
   */
  private List<Object> roughly(List<Result> results) {
    List<Object> all = new ArrayList<>();
    for (Result result : results) {
      if (result instanceof Result.Rows rows) {
        for (Result.Column column : rows.columns()) {
          Result.Column comparable = KnownMetadata.comparable(column, twins.engine());
          all.add(
              comparable.label()
                  + " "
                  + (isInteger(comparable) ? Types.BIGINT : comparable.type()));
        }
        rows.rows().forEach(row -> all.add(row.stream().map(this::roughly).toList()));
      } else {
        all.add(result);
      }
    }
    return all;
  }

  private List<Object> roughly(Outcome outcome) {
    return List.of(outcome.tables(), roughly(outcome.results()));
  }

  private boolean isInteger(Result.Column column) {
    return twins.engine() != Engine.POSTGRESQL
        && (column.type() == Types.INTEGER
            || column.type() == Types.SMALLINT
            || column.type() == Types.TINYINT);
  }

  /** Numbers by their value, as their scale follows from the plan; so does a text's case. */
  private String roughly(Result.Cell cell) {
    Matcher number = NUMBER.matcher(cell.object());
    if (number.matches()) {
      return new BigDecimal(number.group(1)).stripTrailingZeros().toPlainString();
    }
    return twins.engine() == Engine.POSTGRESQL
        ? cell.toString()
        : cell.toString().toLowerCase(Locale.ROOT);
  }

  private String tell(int number, RandomStatement statement, Finding finding, List<Integer> choices)
      throws SQLException {
    Mode mode = mode(number);
    List<Integer> simple = new Shrinker(simpler -> disagrees(simpler, mode)).shrink(choices);
    RandomStatement simplest = RandomStatements.of(Choices.of(simple), twins.engine());
    return """

    seed %d, number %d, as %s
      %s
      %s
    %s
    at its simplest
      %s
      %s
    %s
    """
        .formatted(
            seed,
            number,
            mode,
            statement.sql(),
            statement.parameters(),
            finding,
            simplest.sql(),
            simplest.parameters(),
            find(simplest, mode));
  }

  private boolean disagrees(List<Integer> choices, Mode mode) {
    try {
      RandomStatement statement = RandomStatements.of(Choices.of(choices), twins.engine());
      return find(statement, mode).verdict == Verdict.DISAGREES;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
