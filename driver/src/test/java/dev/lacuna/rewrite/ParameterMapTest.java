package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterMapTest {

  private static int[] markers(ParameterMap map, int parameter) {
    return IntStream.range(0, map.markerCount(parameter))
        .map(which -> map.marker(parameter, which))
        .toArray();
  }

  @Test
  void sameOrder_isTheIdentity() {
    assertThat(ParameterMap.of(new int[] {1, 2, 3})).isSameAs(ParameterMap.IDENTITY);
    assertThat(ParameterMap.of(new int[0])).isSameAs(ParameterMap.IDENTITY);
    assertThat(ParameterMap.IDENTITY.isIdentity()).isTrue();
    assertThat(ParameterMap.IDENTITY).hasToString("identity");
  }

  @Test
  void identity_handsEveryIndexOn() {
    assertThat(markers(ParameterMap.IDENTITY, 7)).containsExactly(7);
    assertThat(markers(ParameterMap.IDENTITY, 0)).containsExactly(0);
  }

  @Test
  void permutation_findsTheMarker() {
    ParameterMap map = ParameterMap.of(1, 3, 2);

    assertThat(map.isIdentity()).isFalse();
    assertThat(map).hasToString("[1, 3, 2]");
    assertThat(markers(map, 1)).containsExactly(1);
    assertThat(markers(map, 2)).containsExactly(3);
    assertThat(markers(map, 3)).containsExactly(2);
  }

  @Test
  void doubledParameter_hasAllItsMarkers() {
    ParameterMap map = ParameterMap.of(1, 2, 2, 1, 2);

    assertThat(markers(map, 2)).containsExactly(2, 3, 5);
    assertThat(markers(map, 1)).containsExactly(1, 4);
  }

  @Test
  void onlyMarker_isThatOfAParameterWithOne() {
    ParameterMap map = ParameterMap.of(3, 1, 2, 1);

    assertThat(map.onlyMarker(1)).isZero();
    assertThat(map.onlyMarker(2)).isEqualTo(3);
    assertThat(map.onlyMarker(3)).isEqualTo(1);
    assertThat(map.onlyMarker(4)).isZero();
    assertThat(map.onlyMarker(0)).isZero();
    assertThat(ParameterMap.IDENTITY.onlyMarker(7)).isEqualTo(7);
    assertThat(ParameterMap.IDENTITY.onlyMarker(-1)).isZero();
  }

  @Test
  void unknownIndex_isOneThatTheDriverRefuses() {
    ParameterMap map = ParameterMap.of(2, 1);

    assertThat(map.marker(3, 0)).isGreaterThan(2);
    assertThat(map.marker(0, 0)).isLessThan(1);
    assertThat(map.marker(-1, 0)).isLessThan(1);
  }
}
