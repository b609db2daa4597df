package dev.lacuna.agent.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReadingTest {

  private static PlanNode plan(String text) {
    String op = JsonParser.parseString(text).getAsJsonObject().get("op").getAsString();
    return new PlanNode(op, null, null, null, Map.of(), null, null, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no plan", "{\"op\"", "[]", "{}", "{\"op\": {}}"})
  void plan_ofAnotherForm_cannotBeHad_andTellsNothingOfItself(String text) {
    assertThatThrownBy(() -> PlanReading.of("mariadb 11.8.6", () -> plan(text)))
        .isInstanceOf(UnfitException.class)
        .hasNoCause()
        .message()
        .startsWith("its plan cannot be read: ");
  }

  @Test
  void plan_thatCanBeRead_isGiven() throws UnfitException {
    assertThat(PlanReading.of("mysql 9.7.4", () -> plan("{\"op\": \"RESULT\"}")).op())
        .isEqualTo(Op.RESULT);
  }
}
