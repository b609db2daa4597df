package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Runs random statements on both twins. */
final class RandomTwin {

  /** So many different failures are enough to look into. */
  private static final int ENOUGH = 5;

  /** What is found of a statement. */
  private enum Verdict {
    AGREES,
    FAILS_ALIKE,
    REFUSED,
    DISAGREES
  }

  private final Pair twins;
  private final long seed;
  private final int[] verdicts = new int[Verdict.values().length];

  RandomTwin(Pair twins, long seed) {
    this.twins = twins;
    this.seed = seed;
  }

  /** Runs so many; returns those that disagree, each with its simplest form. */
  List<String> run(int count) throws SQLException {
    List<String> disagreements = new ArrayList<>();
    for (int number = 0; number < count && disagreements.size() < ENOUGH; number++) {
      Choices choices = Choices.random(seed, number);
      RandomStatement statement = RandomStatements.of(choices, twins.engine());
      Verdict verdict = verdict(statement, mode(number));
      verdicts[verdict.ordinal()]++;
      if (verdict == Verdict.DISAGREES) {
        disagreements.add(tell(number, statement, choices.made()));
      }
    }
    if (verdicts[Verdict.REFUSED.ordinal()] * 100 > count) {
      disagreements.add("more than one in a hundred has no answer: " + tally());
    }
    if (verdicts[Verdict.FAILS_ALIKE.ordinal()] * 5 > count) {
      disagreements.add("more than one in five fails on both twins: " + tally());
    }
    System.out.printf("%s, seed %d: %s%n", twins.engine(), seed, tally());
    return disagreements;
  }

  private String tally() {
    StringBuilder told = new StringBuilder();
    for (Verdict verdict : Verdict.values()) {
      told.append(told.isEmpty() ? "" : ", ");
      told.append(verdict).append(' ').append(verdicts[verdict.ordinal()]);
    }
    return told.toString();
  }

  /** Mostly those ways that applications take. */
  private static Mode mode(int number) {
    return number % 4 == 3
        ? Mode.SERVER_PREPARED
        : number % 2 == 1 ? Mode.PREPARED : Mode.STATEMENT;
  }

  private Verdict verdict(RandomStatement statement, Mode mode) throws SQLException {
    Outcome expected = twins.with().call(statement, mode);
    Outcome actual = twins.without().call(statement, mode);
    if (roughly(actual).equals(roughly(expected))) {
      return expected.failed() ? Verdict.FAILS_ALIKE : Verdict.AGREES;
    }
    return actual.message().contains("no answer as if") ? Verdict.REFUSED : Verdict.DISAGREES;
  }

  /**
   * Without the sizes of columns: those of expressions follow from how they are put together. MySQL
   * and MariaDB also make larger numbers where a plan needs a temporary table.
   */
  private List<Object> roughly(Outcome outcome) {
    List<Object> all = new ArrayList<>(List.of(outcome.tables()));
    for (Result result : outcome.results()) {
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

  private boolean isInteger(Result.Column column) {
    return twins.engine() != Engine.POSTGRESQL
        && (column.type() == Types.INTEGER
            || column.type() == Types.SMALLINT
            || column.type() == Types.TINYINT);
  }

  private String roughly(Result.Cell cell) {
    return twins.engine() == Engine.POSTGRESQL
        ? cell.toString()
        : cell.toString().replaceFirst("(\\.0+)?:(Integer|Long|BigDecimal)$", "");
  }

  private String tell(int number, RandomStatement statement, List<Integer> choices)
      throws SQLException {
    Mode mode = mode(number);
    List<Integer> simple = new Shrinker(simpler -> disagrees(simpler, mode)).shrink(choices);
    RandomStatement simplest = RandomStatements.of(Choices.of(simple), twins.engine());
    Outcome expected = twins.with().call(simplest, mode);
    Outcome actual = twins.without().call(simplest, mode);
    return """

        seed %d, number %d, as %s
          %s
          %s
        at its simplest
          %s
          %s
          with the column:
            %s
          without:
            %s
        """
        .formatted(
            seed,
            number,
            mode,
            statement.sql(),
            statement.parameters(),
            simplest.sql(),
            simplest.parameters(),
            expected.toldBeside(actual),
            actual.toldBeside(expected));
  }

  private boolean disagrees(List<Integer> choices, Mode mode) {
    try {
      RandomStatement statement = RandomStatements.of(Choices.of(choices), twins.engine());
      return verdict(statement, mode) == Verdict.DISAGREES;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
