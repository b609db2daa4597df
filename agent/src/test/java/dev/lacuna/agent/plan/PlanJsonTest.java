package dev.lacuna.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

  private static final PlanNode SCAN =
      new PlanNode(
          Op.INDEX_ONLY_SCAN,
          "public.orders",
          "o",
          "o_cov",
          Map.of("cond", "(customer_id = ?)"),
          12.0,
          34.5,
          List.of());

  private static final PlanNode SORT =
      new PlanNode(Op.SORT, null, null, null, Map.of(), null, null, List.of(SCAN));

  @Test
  void plan_asJson_leavesOutWhatItHasNot() {
    assertThat(PlanJson.write(SORT))
        .hasToString(
            "{\"op\":\"SORT\",\"children\":[{\"op\":\"INDEX_ONLY_SCAN\",\"relation\":"
                + "\"public.orders\",\"alias\":\"o\",\"index\":\"o_cov\",\"detail\":{\"cond\":"
                + "\"(customer_id = ?)\"},\"rows\":12,\"cost\":34.5}]}");
  }

  @Test
  void plan_throughJson_isTheSame() {
    assertThat(PlanJson.read(PlanJson.write(SORT))).isEqualTo(SORT);
  }

  @Test
  void emptyObject_isNoPlan() {
    assertThat(PlanJson.read(new JsonObject())).isNull();
  }

  @Test
  void nodeWithoutOp_isRefused() {
    JsonObject json = JsonParser.parseString("{\"relation\": \"t\"}").getAsJsonObject();

    assertThatThrownBy(() -> PlanJson.read(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void engineName_isSpeltInOneWay() {
    assertThat(Op.named("Bitmap Heap Scan")).isEqualTo(Op.BITMAP_HEAP_SCAN);
  }
}
