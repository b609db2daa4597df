package dev.lacuna.agent.review.card;

import static dev.lacuna.agent.review.Samples.cause;
import static dev.lacuna.agent.review.Samples.settled;
import static dev.lacuna.agent.review.Samples.shift;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.Samples;
import dev.lacuna.agent.review.shift.Cause;
import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemediesTest {

  private static final String POSTGRESQL = "postgresql 18.6";
  private static final String MYSQL = "mysql 9.7.4";

  @Test
  void unsettled_isMaintained() {
    assertThat(sql(settled(lost(POSTGRESQL), false)))
        .first()
        .isEqualTo("VACUUM (ANALYZE) public.orders;");
    assertThat(sql(settled(lost(MYSQL), false)))
        .first()
        .isEqualTo("ANALYZE TABLE `public`.`orders`;");
  }

  @Test
  void refused_isNotMaintained_andNamesItsColumns() {
    assertThat(whatHelps("INSERT INTO orders VALUES (?, ?)"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Name the columns");
    assertThat(whatHelps("SELECT * FROM orders UNION SELECT * FROM archive")).hasSize(2);
    assertThat(whatHelps("INSERT INTO orders (id) VALUES (?)"))
        .singleElement()
        .asString()
        .startsWith("Run the statement by hand");
  }

  private static List<String> whatHelps(String refused) {
    LoggedShift shift =
        shift(
            "k",
            refused,
            MYSQL,
            cause("add-column"),
            Samples.shift("plan-unobtainable", Severity.BLOCK));
    return Remedies.of(settled(shift, false)).stream().map(Remedy::what).toList();
  }

  @Test
  void coveringLostToAStar_namesTheColumns_orWidensTheIndex() {
    List<Remedy> remedies = Remedies.of(lost(POSTGRESQL));

    assertThat(remedies).hasSize(2);
    assertThat(remedies.get(0).what()).startsWith("Name the columns");
    assertThat(remedies.get(1).sql())
        .isEqualTo(
            """
            SELECT CASE WHEN def LIKE '% INCLUDE (%' THEN replace(def, ' INCLUDE (', ' INCLUDE (region, ')
                        ELSE regexp_replace(def, '( NULLS NOT DISTINCT| WITH \\(| TABLESPACE | WHERE |$)', ' INCLUDE (region)\\1') END || ';'
            FROM regexp_replace(pg_get_indexdef('public.o_cov'::regclass),
                                '^CREATE (UNIQUE )?INDEX ("[^"]+"|\\S+)', 'CREATE INDEX CONCURRENTLY o_cov_region') def;\
            """);
  }

  @Test
  void coveringLost_onMysql_printsTheAlter() {
    assertThat(Remedies.of(lost(MYSQL)).get(1).sql())
        .contains(
            "'ALTER TABLE `public`.`orders` ADD INDEX `o_cov_region` ('",
            "', `region`), ALGORITHM=INPLACE, LOCK=NONE;'",
            "index_name = 'o_cov'");
  }

  @Test
  void seqScan_onTheNewColumn_getsAnIndex() {
    LoggedShift shift =
        shift(
            "k",
            "SELECT id FROM orders WHERE region = ?",
            POSTGRESQL,
            cause("add-column"),
            Samples.shift("seq-scan", Severity.BLOCK));

    assertThat(sql(shift)).contains("CREATE INDEX CONCURRENTLY ON public.orders (region);");
  }

  @Test
  void reservedWord_isQuoted() {
    Cause user = new Cause("public.orders", "user", "add-column", "catalog", null, null);

    assertThat(
            sql(
                shift(
                    "k",
                    "SELECT id FROM orders WHERE \"user\" = ?",
                    POSTGRESQL,
                    user,
                    Samples.shift("seq-scan", Severity.BLOCK))))
        .contains("CREATE INDEX CONCURRENTLY ON public.orders (\"user\");");
  }

  @Test
  void names_areQuotedWhereNeeded() {
    Cause odd = new Cause("Sales.Ord'er", "Re\"gion", "add-column", "catalog", null, null);

    assertThat(
            sql(
                settled(
                    shift(
                        "k", "SELECT 1", POSTGRESQL, odd, Samples.shift("rows-off", Severity.WARN)),
                    false)))
        .containsExactly(
            "VACUUM (ANALYZE) \"Sales\".\"Ord'er\";",
            """
            ALTER TABLE "Sales"."Ord'er" ALTER COLUMN "Re""gion" SET STATISTICS 1000;
            ANALYZE "Sales"."Ord'er";\
            """);
  }

  @Test
  void whatIsNoWorse_needsNothing() {
    assertThat(
            Remedies.of(
                shift(
                    "k",
                    "SELECT 1",
                    POSTGRESQL,
                    cause("index"),
                    Samples.shift("index-swap", Severity.INFO))))
        .isEmpty();
  }

  private static LoggedShift lost(String engine) {
    return shift(
        "k",
        "SELECT * FROM orders WHERE customer_id = ?",
        engine,
        cause("add-column"),
        Samples.shift("covering-lost", Severity.WARN));
  }

  private static List<String> sql(LoggedShift shift) {
    return Remedies.of(shift).stream().map(Remedy::sql).filter(sql -> !sql.isEmpty()).toList();
  }
}
