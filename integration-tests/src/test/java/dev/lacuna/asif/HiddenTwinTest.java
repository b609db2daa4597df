package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.Set;
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
        engine == Engine.POSTGRESQL ? REFUSED : DIFFERENT,
        () ->
            new Pair(
                engine,
                Twin.withColumns(engine, "hidden_twin"),
                Twin.withHiddenColumns(engine, "hidden")));
  }
}
