package dev.lacuna.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lacuna.ddl.Orders;
import dev.lacuna.ddl.rules.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  private static final Schema SCHEMA = schema();

  /** The OASIS Standard's own. */
  private static Schema schema() {
    try (InputStream schema =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(Objects.requireNonNull(schema));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Judged judged(String file, int line, String sql) {
    return new Judged(file, line, line + 1, Orders.onPostgresql("18").judge(sql));
  }

  private static String sarif(Judged... judged) {
    return SarifReport.of(new Report("PostgreSQL 18", List.of(judged), 3), "1.2.3");
  }

  @Test
  void report_isValid() {
    String text =
        sarif(
            judged("db/my migration.sql", 3, "CREATE INDEX i ON orders (note)"),
            judged("/abs/b.sql", 1, "ALTER TABLE orders ADD COLUMN token uuid DEFAULT \"\\x\"()"),
            judged("c.sql", 9, "/* lacuna:allow drop-table */ DROP TABLE orders"));

    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(SCHEMA.validate(sarif(), InputFormat.JSON)).isEmpty();
    assertThat(
            SCHEMA.validate(text.replace("\"startLine\": 3", "\"startLine\": 0"), InputFormat.JSON))
        .as("the schema finds what is wrong")
        .isNotEmpty();
  }

  @Test
  void finding_isAResult_atItsStatement() {
    assertThat(sarif(judged("db/my migration.sql", 3, "CREATE INDEX i ON orders (note)")))
        .contains(
            "\"ruleId\": \"create-index-blocks-writes\", \"level\": \"error\"",
            "\"uri\": \"db/my%20migration.sql\"",
            "\"startLine\": 3, \"endLine\": 4",
            "Instead: build it concurrently",
            "\\n  CREATE INDEX CONCURRENTLY i ON orders (note);".replace("\\n  ", "\\n"));
  }

  @Test
  void allowed_isSuppressed_whereItWasAllowed() {
    assertThat(sarif(judged("a.sql", 1, "/* lacuna:allow drop-table */ DROP TABLE orders")))
        .contains("\"suppressions\": [{\"kind\": \"inSource\"}]");
  }

  @Test
  void everyRule_isDescribed() {
    assertThat(Rules.ids())
        .allSatisfy(id -> assertThat(sarif()).contains("{\"id\": \"" + id + "\""));
  }

  @Test
  void fingerprint_staysWithTheStatement_andTellsEqualOnesApart() {
    String before = sarif(judged("a.sql", 1, "CREATE INDEX i ON orders (note)"));
    String after = sarif(judged("a.sql", 8, "CREATE  INDEX i\nON orders (note)"));
    String twice =
        sarif(
            judged("a.sql", 1, "CREATE INDEX i ON orders (note)"),
            judged("a.sql", 2, "CREATE INDEX i ON orders (note)"));

    assertThat(prints(before)).hasSize(1).isEqualTo(prints(after));
    assertThat(prints(twice)).hasSize(2).doesNotHaveDuplicates();
  }

  private static List<String> prints(String sarif) {
    return java.util.regex.Pattern.compile("lacunaStatement/v1\": \"(\\w+)")
        .matcher(sarif)
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
