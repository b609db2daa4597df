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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs random statements on both twins, which it makes anew where a statement has brought down
 * their server.
 */
final class RandomTwin implements AutoCloseable {

  /** So many different failures are enough to look into. */
  private static final int ENOUGH = 5;

  private static final Outcome NOT_TRIED = new Outcome(List.of(), Map.of(), "not tried");

  private static final Pattern NUMBER = Pattern.compile("(.*):(?:Integer|Long|BigDecimal)");

  /** What is found of a statement. */
  enum Verdict {
    AGREES,
    FAILS_ALIKE,
    REFUSED,
    /** The server itself is at fault: see {@link ServerFault} and {@link OtherPlans}. */
    SERVER_FAULT,
    /** The server crashes over the plain text by itself. */
    SERVER_CRASH,
    /** The server crashes over Lacuna's text, and not over the plain one. */
    CRASHES,
    DISAGREES
  }

  /**
   * What came of some statements.
   *
   * @param verdicts how many there are of each
   * @param serverFaults those over which the server failed or crashed
   * @param disagreements those that disagree, each with its simplest form
   */
  record Report(
      Map<Verdict, Integer> verdicts, List<String> serverFaults, List<String> disagreements) {

    static Report of(List<Report> parts) {
      Report all = new Report(new EnumMap<>(Verdict.class), new ArrayList<>(), new ArrayList<>());
      for (Report part : parts) {
        part.verdicts.forEach((verdict, count) -> all.verdicts.merge(verdict, count, Integer::sum));
        all.serverFaults.addAll(part.serverFaults);
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

  private final MortalServer server;
  private final String name;
  private final long seed;
  private @Nullable Pair twins;
  private int deathsBefore;

  /**
   * @param name of the twins
   */
  RandomTwin(MortalServer server, String name, long seed) {
    this.server = server;
    this.name = name;
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
      RandomStatement statement = RandomStatements.of(choices, server.engine());
      Finding finding = find(statement, mode(number));
      report.add(finding.verdict);
      switch (finding.verdict) {
        case SERVER_FAULT, SERVER_CRASH ->
            report.serverFaults.add(tell(number, statement, finding));
        case CRASHES -> report.disagreements.add(tell(number, statement, finding));
        case DISAGREES ->
            report.disagreements.add(
                tell(number, statement, finding) + simplest(choices.made(), mode(number)));
        default -> {}
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

  /** A crash may be of any that ran then; so the statement then runs alone once more. */
  private Finding find(RandomStatement statement, Mode mode) throws SQLException {
    try {
      return server.amongOthers(() -> compare(statement, mode));
    } catch (SQLException e) {
      if (!Twin.isCutOff(e)) {
        throw e;
      }
      return server.alone(() -> afterCrash(statement, mode));
    }
  }

  private Finding afterCrash(RandomStatement statement, Mode mode) throws SQLException {
    server.revive(deathsBefore);
    Twin plain = twins().with();
    try {
      plain.call(statement, mode);
    } catch (SQLException e) {
      return new Finding(Verdict.SERVER_CRASH, crash(e), NOT_TRIED);
    }
    try {
      return compare(statement, mode);
    } catch (SQLException e) {
      return new Finding(Verdict.CRASHES, NOT_TRIED, crash(e));
    }
  }

  private Outcome crash(SQLException e) throws SQLException {
    if (!Twin.isCutOff(e)) {
      throw e;
    }
    server.revive(deathsBefore);
    return new Outcome(List.of(), Map.of(), "The server went away: " + e.getMessage());
  }

  private Finding compare(RandomStatement statement, Mode mode) throws SQLException {
    Pair now = twins();
    Outcome expected = now.with().call(statement, mode);
    if (mode == Mode.SERVER_PREPARED && !repeats(expected)) {
      // At the second execution the plain servers themselves err now and then: MariaDB 11.8.6 does
      // not know columns of a DISTINCT derived table any more (1054), MySQL 9.7 mixes up labels.
      if (!statement.onlyReads()) {
        now.without().call(statement, mode); // so that both give out the same numbers
      }
      return compare(statement, Mode.PREPARED);
    }
    Outcome actual = now.without().call(statement, mode);
    return new Finding(verdict(statement, mode, expected, actual), expected, actual);
  }

  /** Those of a server that has died are gone with it. */
  private Pair twins() throws SQLException {
    Pair now = twins;
    if (now == null || deathsBefore != server.deaths()) {
      twins = null;
      deathsBefore = server.deaths();
      now = Pair.of(server.engine(), name);
      twins = now;
    }
    return now;
  }

  @Override
  public void close() {
    if (twins != null) {
      twins.close();
    }
  }

  private Verdict verdict(RandomStatement statement, Mode mode, Outcome expected, Outcome actual)
      throws SQLException {
    if (roughly(actual).equals(roughly(expected))) {
      return expected.failed() ? Verdict.FAILS_ALIKE : Verdict.AGREES;
    }
    if (actual.message().contains("no answer as if")) {
      return Verdict.REFUSED;
    }
    return isKnown(statement, expected, actual) || contradictsItself(statement, mode, expected)
        ? Verdict.SERVER_FAULT
        : Verdict.DISAGREES;
  }

  private boolean isKnown(RandomStatement statement, Outcome expected, Outcome actual) {
    return Stream.of(expected, actual)
        .anyMatch(outcome -> ServerFault.of(server.engine(), statement.sql(), outcome).isPresent());
  }

  /** Whether the server answers the plain text in another way where it is to plan otherwise. */
  private boolean contradictsItself(RandomStatement statement, Mode mode, Outcome expected)
      throws SQLException {
    for (String plan : OtherPlans.of(server.engine())) {
      Outcome other = twins().with().call(statement, mode, plan);
      if (!roughly(other).equals(roughly(expected))) {
        return true;
      }
    }
    return false;
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
          Result.Column comparable = KnownMetadata.comparable(column, server.engine());
          all.add(
              comparable.label()
                  + " "
                  + (isInteger(comparable) ? Types.BIGINT : comparable.type()));
        }
        if (rows.rows().size() == Twin.MOST_ROWS) {
          all.add("which of all its rows were read is a matter of luck");
          continue;
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
    return server.engine() != Engine.POSTGRESQL
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
    return server.engine() == Engine.POSTGRESQL
        ? cell.toString()
        : cell.toString().toLowerCase(Locale.ROOT);
  }

  private String tell(int number, RandomStatement statement, Finding finding) {
    return """

    seed %d, number %d, as %s
      %s
      %s
    %s
    """
        .formatted(seed, number, mode(number), statement.sql(), statement.parameters(), finding);
  }

  private String simplest(List<Integer> choices, Mode mode) throws SQLException {
    List<Integer> simple = new Shrinker(simpler -> disagrees(simpler, mode)).shrink(choices);
    RandomStatement simplest = RandomStatements.of(Choices.of(simple), server.engine());
    return """
    at its simplest
      %s
      %s
    %s
    """
        .formatted(simplest.sql(), simplest.parameters(), find(simplest, mode));
  }

  private boolean disagrees(List<Integer> choices, Mode mode) {
    try {
      RandomStatement statement = RandomStatements.of(Choices.of(choices), server.engine());
      return find(statement, mode).verdict == Verdict.DISAGREES;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
