package dev.lacuna.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.effect.Replication;
import dev.lacuna.ddl.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read, whole, as a terminal of 100 columns shows it. */
class VerdictTextTest {

  private static final Orders PG18 = Orders.onPostgresql("18.6");
  private static final Orders MYSQL = Orders.onMysql("9.7.4");

  @Test
  void refusal_saysWhatWhyInsteadAndHowToAllow() {
    Verdict verdict =
        PG18.judge("ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()");

    assertThat(VerdictText.refusal(verdict))
        .isEqualTo(
            """
            Refused [add-column-volatile-default]: ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT
              gen_random_uuid()
            Why: PostgreSQL 18 rewrites orders (48 GB, 310 M rows) under ACCESS EXCLUSIVE; reads and writes
              wait, about 3 to 86 min.
            Instead: add the column without DEFAULT; set the default; backfill in batches.
              ALTER TABLE orders ADD COLUMN token uuid;
              ALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid();
              -- Backfill in batches, outside of any transaction.
              DO $$
              DECLARE
                first orders.id%TYPE := (SELECT id FROM orders ORDER BY id LIMIT 1);
                last orders.id%TYPE;
              BEGIN
                WHILE first IS NOT NULL LOOP
                  SELECT max_key INTO last FROM (SELECT id AS max_key FROM orders
                    WHERE id >= first ORDER BY id LIMIT 1000) batch ORDER BY max_key DESC LIMIT 1;
                  UPDATE orders SET token = DEFAULT WHERE id BETWEEN first AND last AND token IS NULL;
                  COMMIT;
                  PERFORM pg_sleep(0.05);
                  first := (SELECT id FROM orders WHERE id > last ORDER BY id LIMIT 1);
                END LOOP;
              END $$;
              ALTER TABLE orders ADD CONSTRAINT orders_token_not_null NOT NULL token NOT VALID;
              ALTER TABLE orders VALIDATE CONSTRAINT orders_token_not_null;
            Allow it: /* lacuna:allow add-column-volatile-default */ in the statement, or lacuna.ddl.allow.""");
  }

  @Test
  void refusal_ofTwoChanges_namesBoth() {
    Verdict verdict =
        PG18.judge(
            "ALTER TABLE orders ADD COLUMN shop_id int DEFAULT 1 REFERENCES shops,"
                + " ALTER COLUMN note SET NOT NULL");

    assertThat(VerdictText.refusal(verdict))
        .isEqualTo(
            """
            Refused [add-column-inline-references, set-not-null-scans]: ALTER TABLE orders ADD COLUMN shop_id
              int DEFAULT 1 REFERENCES shops, ALTER COLUMN note SET NOT NULL
            Why [add-column-inline-references]: PostgreSQL 18 reads all of orders (48 GB, 310 M rows) under
              ACCESS EXCLUSIVE; reads and writes wait, about 3 to 26 min.
            Instead: add the column; add the foreign key by itself, as NOT VALID; validate it. The statement's
              other changes go into one of their own.
              ALTER TABLE orders ADD COLUMN shop_id int DEFAULT 1;
              ALTER TABLE orders ADD CONSTRAINT orders_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops NOT
                VALID;
              ALTER TABLE orders VALIDATE CONSTRAINT orders_shop_id_fkey;
            Why [set-not-null-scans]: PostgreSQL 18 reads all of orders (48 GB, 310 M rows) under ACCESS
              EXCLUSIVE; reads and writes wait, about 3 to 26 min.
            Instead: add a constraint that is not valid yet; validate it, which locks nobody out. The
              statement's other changes go into one of their own.
              ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note NOT VALID;
              ALTER TABLE orders VALIDATE CONSTRAINT orders_note_not_null;
            Allow it: /* lacuna:allow add-column-inline-references, set-not-null-scans */ in the statement, or
              lacuna.ddl.allow.""");
  }

  @Test
  void refusal_ofAPartitionedTablesForeignKey_goesPartitionByPartition() {
    Verdict verdict =
        Orders.onPostgresql("17.6")
            .partitioned(2)
            .judge("ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops");

    assertThat(VerdictText.refusal(verdict))
        .isEqualTo(
            """
            Refused [add-foreign-key]: ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops
            Why: PostgreSQL 17 reads all of orders (48 GB, 310 M rows) under SHARE ROW EXCLUSIVE; writes wait,
              about 3 to 26 min. So do writes to shops.
            Instead: add it to each partition as NOT VALID and validate it there, which locks nobody out; the
              table then takes these over without a look at the rows.
              ALTER TABLE orders_1 ADD CONSTRAINT orders_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops NOT
                VALID;
              ALTER TABLE orders_1 VALIDATE CONSTRAINT orders_shop_id_fkey;
              ALTER TABLE orders_2 ADD CONSTRAINT orders_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops NOT
                VALID;
              ALTER TABLE orders_2 VALIDATE CONSTRAINT orders_shop_id_fkey;
              /* lacuna:allow add-foreign-key */ ALTER TABLE orders ADD CONSTRAINT orders_shop_id_fkey FOREIGN
                KEY (shop_id) REFERENCES shops;
            Allow it: /* lacuna:allow add-foreign-key */ in the statement, or lacuna.ddl.allow.""");
  }

  @Test
  void caution_ofWhatCannotBeSeen_saysWhoSeesIt() {
    Verdict verdict =
        Orders.onMariadb("11.8.9")
            .seenByOrdinaryUser()
            .judge("ALTER TABLE orders ADD COLUMN region varchar(8)");

    assertThat(VerdictText.masked(verdict))
        .isEqualTo(
            """
            Caution [fulltext-forces-copy]: ALTER TABLE orders ADD COLUMN region varchar(8)
            Why: whether a FULLTEXT index left its hidden column behind, only users with the PROCESS privilege
              see. If one did, it is no ALGORITHM=INSTANT: MariaDB 11.8 rewrites orders (48 GB, 310 M rows) by
              ALGORITHM=INPLACE, LOCK=NONE; nobody waits, about 3 to 86 min.
            Instead: have the server refuse rather than rebuild.
              ALTER TABLE orders ADD COLUMN region varchar(8), ALGORITHM=INSTANT;""");
  }

  @Test
  void standbys_areTold_withTheirLag() {
    Verdict verdict =
        PG18.replicated().judge("ALTER TABLE orders ALTER COLUMN quantity SET DEFAULT 1");

    assertThat(verdict.findings())
        .filteredOn(finding -> finding.rule().equals("standby-replays-lock"))
        .singleElement()
        .extracting(Finding::why)
        .isEqualTo(
            "2 standbys replay the lock; queries there wait for it, or are cancelled. The last of"
                + " them is 42 s behind already.");
  }

  @Test
  void replicas_areTold_withWhatTheyDo() {
    Verdict verdict =
        Orders.onMariadb("11.8.9").replicated().judge("CREATE INDEX i ON orders (quantity)");

    assertThat(VerdictText.of(verdict))
        .isEqualTo(
            """
            Caution [replicas-run-again]: CREATE INDEX i ON orders (quantity)
            Why: 2 replicas are attached; each runs it again, and lags as long, about 3 to 26 min.
            Instead: watch their lag, and read what must be fresh from the source meanwhile; or use gh-ost,
              which minds it. Those that apply in parallel begin when the source does, after SET SESSION
              binlog_alter_two_phase = 1.""");
    assertThat(VerdictJson.of(verdict)).contains("\"replicas\": 2, \"replicaLagSeconds\": null,");
    assertThat(VerdictJson.of(PG18.replicated().judge("DROP TABLE orders")))
        .contains("\"replicas\": 2, \"replicaLagSeconds\": 42,");
  }

  @Test
  void backfill_thatFiresTriggers_saysSo() {
    Verdict verdict =
        Orders.onMysql("9.7.4")
            .withTrigger("touch", "SET NEW.updated_at = NOW()")
            .judge("ALTER TABLE orders ADD COLUMN n int DEFAULT (3)");

    assertThat(VerdictText.of(verdict))
        .isEqualTo(
            """
            Dangerous [add-column-expression-default]: ALTER TABLE orders ADD COLUMN n int DEFAULT (3)
            Why: MySQL 9.7 rewrites orders (48 GB, 310 M rows) by ALGORITHM=COPY, LOCK=SHARED; writes wait,
              about 3 to 86 min.
            Instead: add the column without DEFAULT; set the default; backfill in batches. The backfill fires
              the trigger touch for each row: see what that writes. To keep it quiet, have it look at a user
              variable that the backfill's session sets.
              ALTER TABLE orders ADD COLUMN n int, ALGORITHM=INSTANT;
              ALTER TABLE orders ALTER COLUMN n SET DEFAULT (3);
              -- Backfill: repeat until no row is updated.
              UPDATE orders SET n = (3) WHERE n IS NULL ORDER BY id LIMIT 1000;""");
    assertThat(
            PG18.withTrigger("touch", "NEW.updated_at := now()")
                .judge("ALTER TABLE orders ADD COLUMN n int DEFAULT random()")
                .findings())
        .first()
        .extracting(Finding::instead)
        .asString()
        .endsWith(
            "The backfill fires the trigger touch for each row: see what that writes. To keep it"
                + " quiet, a superuser may SET session_replication_role = replica in the backfill's"
                + " session, which foreign keys do not look at either.");
  }

  @Test
  void backfill_thatIsLoggedAsStatements_saysSo() {
    Verdict verdict =
        Orders.onMysql("9.7.4")
            .followedBy(new Replication(1, Replication.UNSEEN, true, false), false)
            .judge("ALTER TABLE orders ADD COLUMN n int DEFAULT (rand())");

    assertThat(verdict.findings())
        .first()
        .extracting(Finding::instead)
        .isEqualTo(
            "add the column without DEFAULT; set the default; backfill in batches. Under"
                + " binlog_format=STATEMENT replicas run the backfill themselves, and may come to"
                + " other values: SET SESSION binlog_format = 'ROW' first.");
  }

  @Test
  void otherTools_takeTriggersAlong_ifTheyAreTold() {
    Verdict verdict =
        Orders.onMysql("9.7.4")
            .withTrigger("touch", "SET NEW.updated_at = NOW()")
            .judge("ALTER TABLE orders CONVERT TO CHARACTER SET utf8mb4");

    assertThat(verdict.findings())
        .first()
        .extracting(Finding::instead)
        .isEqualTo(
            "build the table anew beside it with gh-ost, Spirit or pt-online-schema-change. The"
                + " table has the trigger touch: gh-ost takes it along only with --include-triggers,"
                + " pt-online-schema-change with --preserve-triggers.");
  }

  @Test
  void masked_showsNoString() {
    Verdict verdict =
        PG18.judge("ALTER TABLE orders ADD COLUMN token text DEFAULT 'hunter''2' || random()");

    assertThat(VerdictText.masked(verdict))
        .startsWith(
            """
            Dangerous [add-column-volatile-default]: ALTER TABLE orders ADD COLUMN token text DEFAULT '…' ||
              random()
            """)
        .contains("SET DEFAULT '…' || random();")
        .doesNotContain("hunter");
  }

  @Test
  void everyText_fitsATerminal() {
    for (String sql :
        List.of(
            "ALTER TABLE orders ADD CONSTRAINT a_long_name_of_a_constraint CHECK (quantity > 0 AND"
                + " quantity < 1000 AND note IS NOT NULL AND total >= 0)",
            "CREATE UNIQUE INDEX a_long_name_of_an_index ON orders (customer_id, lower(note),"
                + " quantity, total) WHERE note <> 'a  string  that  is  not  broken'")) {
      String text = VerdictText.refusal(PG18.judge(sql));
      assertThat(text.lines()).as(text).allMatch(line -> line.length() <= 100);
    }
  }

  @Test
  void safe_saysWhatItDoes() {
    assertThat(VerdictText.of(PG18.judge("ALTER TABLE orders ADD COLUMN n int")))
        .isEqualTo(
            """
            Safe: ALTER TABLE orders ADD COLUMN n int
            What it does: ACCESS EXCLUSIVE on the table for a moment.""");
    assertThat(VerdictText.of(PG18.judge("ALTER TABLE orders VALIDATE CONSTRAINT c")))
        .isEqualTo(
            """
            Safe: ALTER TABLE orders VALIDATE CONSTRAINT c
            What it does: SHARE UPDATE EXCLUSIVE on the table; reads the whole table, 3 to 26 min.""");
    assertThat(VerdictText.of(PG18.judge("CREATE TABLE t (id bigint)")))
        .isEqualTo(
            """
            Safe: CREATE TABLE t (id bigint)
            What it does: locks no table.""");
    assertThat(VerdictText.of(MYSQL.judge("ALTER TABLE orders ADD COLUMN n int")))
        .isEqualTo(
            """
            Safe: ALTER TABLE orders ADD COLUMN n int
            What it does: ALGORITHM=INSTANT, LOCK=NONE.""");
  }

  @Test
  void mysql_namesAlgorithmAndLock() {
    assertThat(VerdictText.of(MYSQL.judge("ALTER TABLE orders MODIFY quantity bigint")))
        .isEqualTo(
            """
            Dangerous [change-column-type]: ALTER TABLE orders MODIFY quantity bigint
            Why: MySQL 9.7 rewrites orders (48 GB, 310 M rows) by ALGORITHM=COPY, LOCK=SHARED; writes wait,
              about 3 to 86 min.
            Instead: add a column of the new type; let the application or a trigger write both; backfill in
              batches; switch; drop the old one.
              ALTER TABLE orders ADD COLUMN quantity_new bigint, ALGORITHM=INSTANT;
              -- Backfill: repeat until no row is updated.
              UPDATE orders SET quantity_new = quantity WHERE quantity_new IS NULL AND quantity IS NOT NULL
                ORDER BY id LIMIT 1000;""");
  }

  @Test
  void allowed_isNotDangerous() {
    String sql = "CREATE INDEX i ON orders (note)";

    assertThat(PG18.judge(sql).level()).isEqualTo(Level.DANGEROUS);
    assertThat(PG18.judge(sql, "create-index-blocks-writes").level()).isEqualTo(Level.SAFE);
    assertThat(PG18.judge("/* lacuna:allow create-index-blocks-writes */ " + sql).level())
        .isEqualTo(Level.SAFE);
  }

  @Test
  void newTable_hurtsNobody() {
    assertThat(PG18.judge("CREATE TABLE orders (n int); CREATE INDEX i ON orders (n)").level())
        .isEqualTo(Level.SAFE);
  }

  @Test
  void json_isOneObject() {
    assertThat(VerdictJson.of(PG18.judge("CREATE INDEX i ON orders (note)")))
        .isEqualTo(
            """
            {"statement": "CREATE INDEX i ON orders (note)", "engine": "postgresql", "version": "18.6", \
            "table": "orders", "verdict": "dangerous", "lock": "SHARE", "blocksReads": false, \
            "blocksWrites": true, "rewrites": false, "scans": true, "algorithm": null, \
            "estimatedSeconds": 1546.2, "estimatedSecondsAtLeast": 154.6, "replicas": null, \
            "replicaLagSeconds": null, "rules": [{"id": \
            "create-index-blocks-writes", "severity": "dangerous", "why": "PostgreSQL 18 builds an index \
            over orders (48 GB, 310 M rows) under SHARE; writes wait, about 3 to 26 min.", "instead": \
            "build it concurrently, outside of any transaction. If it fails, drop what is left of it.", \
            "sql": ["CREATE INDEX CONCURRENTLY i ON orders (note)"]}], "allowed": []}""");
  }
}
