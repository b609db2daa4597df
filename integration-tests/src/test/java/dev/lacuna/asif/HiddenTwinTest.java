package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;

/**
 * Every statement through Lacuna, on a database that has the columns with other values in them and
 * hides them, answers as it does on the twin whose columns have just been added.
 */
class HiddenTwinTest extends TwinContract {

  /** What {@code docs/semantics.md} says of hidden columns on MySQL and MariaDB. */
  private static final Set<String> DIFFERENT =
      Set.of(
          "UPDATE users, orders SET users.age = orders.discount, amount = level"
              + " WHERE orders.user_id = users.id",
          "UPDATE orders JOIN users USING (id) SET amount = 0, nickname = 'x' WHERE level = 1",
          "DELETE orders FROM orders JOIN users ON users.id = orders.user_id"
              + " WHERE level = 1 AND discount = 0",
          "table, nullability, sign of a star");

  /** MariaDB's form for a name in a sub-select is a write to several tables. */
  private static final Set<String> DIFFERENT_ON_MARIADB =
      Set.of(NestedCases.UPDATE_BY_A_NAME_IN_A_JOIN, NestedCases.DELETE_BY_A_NAME_IN_A_JOIN);

  /** A MERGE that returns all columns, and so also those that are hidden, is refused. */
  private static final Set<String> REFUSED =
      Set.of(
          MergeCases.FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v [keys by flag]",
          MergeCases.FROM_ROWS + "WHEN MATCHED THEN UPDATE SET nickname = s.v RETURNING *",
          "MERGE INTO orders o USING pets p ON o.id = p.id WHEN MATCHED THEN DELETE RETURNING *");

  @Override
  Stream<DynamicContainer> asIf(Engine engine) throws SQLException {
    return TwinTest.asIf(
        engine,
        different(engine),
        () ->
            new Pair(
                engine,
                Twin.withColumns(engine, "hidden_twin"),
                Twin.withHiddenColumns(engine, "hidden")));
  }

  private static Set<String> different(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> REFUSED;
      case MYSQL -> DIFFERENT;
      case MARIADB ->
          Stream.of(DIFFERENT, DIFFERENT_ON_MARIADB)
              .flatMap(Set::stream)
              .collect(Collectors.toUnmodifiableSet());
    };
  }
}
