package dev.lacuna.agent.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans as MariaDB 11.8.6 writes them. */
class MariaDbJsonTest {

  private static final String PLAN =
      """
      {
        "query_block": {
          "select_id": 1,
          "cost": 0.0113438,
          "nested_loop": [
            {
              "table": {
                "table_name": "kinds",
                "access_type": "ALL",
                "possible_keys": ["PRIMARY", "by_kind"],
                "loops": 1,
                "rows": 3,
                "attached_condition": "CONDITION",
                "using_index": true
              }
            }
          ]
        }
      }\
      """;

  private static JsonObject table(String plan) {
    return JsonParser.parseString(plan)
        .getAsJsonObject()
        .getAsJsonObject("query_block")
        .getAsJsonArray("nested_loop")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kinds.c_bit = _binary'\\x05'",
        "kinds.c_varbinary = _binary'\\x00\\xFF'",
        "kinds.c_json = '{\"k\": [1, 2]}'",
        "kinds.c = 'it\\'s a\\\\'",
        "kinds.c = 'a\\nb'",
        "kinds.c = 'a\tb'",
        "kinds.`a\"b` = 1",
        "kinds.c = 7",
        ""
      })
  void condition_withTheStatementsConstants_isReadAsItStands(String condition) {
    String plan = MariaDbJson.escaped(PLAN.replace("CONDITION", condition));

    assertThat(table(plan).get("attached_condition").getAsString()).isEqualTo(condition);
  }

  @Test
  void constant_thatLooksLikeMembers_isNoneOfThem() {
    String condition = "kinds.c = 'x\", \"access_type\": \"secret'";

    JsonObject table = table(MariaDbJson.escaped(PLAN.replace("CONDITION", condition)));

    assertThat(table.get("access_type").getAsString()).isEqualTo("ALL");
    assertThat(table.get("attached_condition").getAsString()).isEqualTo(condition);
  }

  @Test
  void whatIsNoString_staysAsItIs() {
    assertThat(MariaDbJson.escaped(PLAN)).isEqualTo(PLAN);
    assertThat(table(MariaDbJson.escaped(PLAN)).getAsJsonArray("possible_keys"))
        .extracting(key -> key.getAsString())
        .isEqualTo(List.of("PRIMARY", "by_kind"));
  }

  @Test
  void stringOfAListWithALineEach_isEscaped() {
    String list = "[\n  \"a\"b\",\n  \"c\\d\"\n]";

    assertThat(JsonParser.parseString(MariaDbJson.escaped(list)).getAsJsonArray())
        .extracting(each -> each.getAsString())
        .containsExactly("a\"b", "c\\d");
  }
}
