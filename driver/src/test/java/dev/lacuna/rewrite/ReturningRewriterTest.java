package dev.lacuna.rewrite;

import static dev.lacuna.rewrite.RewriteAssert.assertThatText;

import org.junit.jupiter.api.Test;

/** {@code RETURNING}, and the generated keys that stand in for it. */
class ReturningRewriterTest {

  private static final String INSERTED =
      "INSERT INTO orders (note) SELECT ? WHERE «no orders.discount» AND «dead ?::numeric(10,2)»";

  @Test
  void insert_returnsWhatIsWritten() {
    assertThatText("INSERT INTO orders (note, discount) VALUES (?, ?) RETURNING id, discount")
        .becomes(INSERTED + " RETURNING id, CAST((?) AS numeric(10,2)) AS \"discount\"")
        .withParameters(1, 2, 2);
  }

  @Test
  void insert_returnsDefaultOfWhatIsNot() {
    assertThatText("INSERT INTO orders (note) VALUES ('x') RETURNING discount")
        .becomes(
            "INSERT INTO orders (note) SELECT 'x' WHERE «no orders.discount» RETURNING CAST(0 AS"
                + " numeric(10,2)) AS \"discount\"");
  }

  @Test
  void star_isCompletedInPlace() {
    assertThatText("INSERT INTO orders (note, discount) VALUES (?, ?) RETURNING *, 1 AS one")
        .becomes(INSERTED + " RETURNING *, CAST((?) AS numeric(10,2)) AS \"discount\", 1 AS one");
    assertThatText("DELETE FROM orders o RETURNING o.*, o.id")
        .becomes(
            "DELETE FROM orders o WHERE «no orders.discount» RETURNING o.*, CAST(0 AS"
                + " numeric(10,2)) AS \"discount\", o.id");
  }

  @Test
  void star_overSeveralTables_isSpeltOut() {
    assertThatText("DELETE FROM orders USING pets p WHERE p.id = orders.id RETURNING *")
        .becomes(
            "DELETE FROM orders USING pets p WHERE (p.id = orders.id) AND «no orders.discount»"
                + " RETURNING orders.*, CAST(0 AS numeric(10,2)) AS \"discount\", p.*");
    assertThatText("DELETE FROM orders USING (SELECT 1) p RETURNING *")
        .isUnsupported("RETURNING * over more than named tables");
  }

  @Test
  void expression_keepsTheLabelThatTheColumnGaveIt() {
    assertThatText("DELETE FROM orders RETURNING discount::text, (discount), discount + 1 AS more")
        .becomes(
            "DELETE FROM orders WHERE «no orders.discount» RETURNING (SELECT CAST(0 AS"
                + " numeric(10,2)) AS \"discount\")::text, ((SELECT CAST(0 AS numeric(10,2)) AS"
                + " \"discount\")), (SELECT CAST(0 AS numeric(10,2)) AS \"discount\") + 1 AS more");
  }

  @Test
  void update_returnsTheNewValue_madeOfTheOldOnes() {
    assertThatText("UPDATE orders SET discount = total * discount WHERE id = ? RETURNING discount")
        .becomes(
            "UPDATE orders SET \"note\" = orders.\"note\" WHERE (id = ?) AND «no orders.discount»"
                + " AND «dead total * CAST(0 AS numeric(10,2))::numeric(10,2)» RETURNING"
                + " CAST((total * CAST(0 AS numeric(10,2))) AS numeric(10,2)) AS \"discount\"");
  }

  @Test
  void update_valueMadeOfColumnsThatChange_hasNoAnswer() {
    assertThatText("UPDATE orders SET discount = total, total = 1 RETURNING discount")
        .hasNoAnswer("42000", "the value of \"discount\" is made from columns that change as well");
  }

  @Test
  void oldAndNew_areBeforeAndAfter() {
    assertThatText("UPDATE orders SET discount = 5 RETURNING old.discount, new.discount")
        .becomes(
            "UPDATE orders SET \"note\" = orders.\"note\" WHERE «no orders.discount» AND «dead"
                + " 5::numeric(10,2)» RETURNING CAST(0 AS numeric(10,2)) AS \"discount\","
                + " CAST((5) AS numeric(10,2)) AS \"discount\"");
    assertThatText("DELETE FROM orders RETURNING old.discount, new.*")
        .becomes(
            "DELETE FROM orders WHERE «no orders.discount» RETURNING CAST(0 AS numeric(10,2)) AS"
                + " \"discount\", new.*, CAST(NULL AS numeric(10,2)) AS \"discount\"");
    assertThatText("INSERT INTO orders (note) VALUES ('x') RETURNING old.discount")
        .becomes(
            "INSERT INTO orders (note) SELECT 'x' WHERE «no orders.discount» RETURNING CAST(NULL AS"
                + " numeric(10,2)) AS \"discount\"");
  }

  @Test
  void oldAsAlias_isAnotherTable() {
    assertThatText("DELETE FROM users USING pets old RETURNING old.nickname, old.*").staysAsItIs();
  }

  @Test
  void manyRows_ownValues_haveNoAnswer() {
    assertThatText("INSERT INTO orders (discount) VALUES (1), (2) RETURNING *")
        .hasNoAnswer("42000", "each row's own value of \"discount\" would have to be returned");
    assertThatText("INSERT INTO orders (discount) SELECT 1 RETURNING discount")
        .hasNoAnswer("42000", "each row's own value of \"discount\" would have to be returned");
  }

  @Test
  void keys_byFlag_areAllColumns() {
    assertThatText("INSERT INTO orders (note, discount) VALUES (?, ?)")
        .askingForKeys()
        .becomes(INSERTED + " RETURNING *, CAST((?) AS numeric(10,2)) AS \"discount\"");
    assertThatText("INSERT INTO orders (note, discount) VALUES ('a', 1), ('b', 2)")
        .askingForKeys()
        .becomes(
            "INSERT INTO orders (note) SELECT lacuna_v.c0 FROM (VALUES (CAST('a' AS text), CAST(1"
                + " AS numeric(10,2))), (CAST('b' AS text), CAST(2 AS numeric(10,2))))"
                + " lacuna_v(c0, c1) WHERE «no orders.discount» RETURNING *");
  }

  @Test
  void keys_ofAnUntouchedWrite_areCompletedInTheResult() {
    assertThatText("INSERT INTO orders (note) VALUES (?)")
        .askingForKeys()
        .isCompleted(0, 0, "discount");
    assertThatText("INSERT INTO orders (note) VALUES (?)").staysAsItIs();
  }

  @Test
  void keys_byName_areReturnedByName() {
    assertThatText("INSERT INTO orders (note) VALUES (?)")
        .askingForKeys("id", "discount")
        .becomes(
            "INSERT INTO orders (note) SELECT ? WHERE «no orders.discount» RETURNING \"id\","
                + " CAST(0 AS numeric(10,2)) AS \"discount\"");
    assertThatText("UPDATE orders SET note = ?")
        .askingForKeys("discount")
        .becomes(
            "UPDATE orders SET note = ? WHERE «no orders.discount» RETURNING CAST(0 AS"
                + " numeric(10,2)) AS \"discount\"");
    assertThatText("INSERT INTO orders (note) VALUES (?)").askingForKeys("id").staysAsItIs();
  }

  @Test
  void keys_besideReturning_areTheDriversToIgnore() {
    assertThatText("DELETE FROM orders WHERE discount = 1 RETURNING id")
        .askingForKeys("id", "discount")
        .becomes(
            "DELETE FROM orders WHERE (CAST(0 AS numeric(10,2)) = 1) AND «no orders.discount»"
                + " RETURNING id");
  }
}
