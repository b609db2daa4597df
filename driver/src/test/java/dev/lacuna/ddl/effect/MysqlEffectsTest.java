package dev.lacuna.ddl.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.Orders;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.engine.Dialect;
import org.junit.jupiter.api.Test;

class MysqlEffectsTest {

  private static Effect effect(String sql, Facts facts) {
    Ddl ddl = DdlScript.read(sql, Dialect.MYSQL).get(0);
    return Effects.of(ddl, facts);
  }

  @Test
  void mariadbsCopy_ofATableThatNobodyCanLookAt_blocksWrites() {
    String copy = "ALTER TABLE orders MODIFY quantity bigint";
    Facts facts = Orders.onMariadb("11.8.9").facts();

    assertThat(effect(copy, facts).lock()).isEqualTo(Lock.NONE);
    assertThat(effect(copy, Facts.of(facts.server())).lock()).isEqualTo(Lock.SHARED);
  }

  @Test
  void unseenResidue_isARebuild_unlessTheServerIsToRefuseIt() {
    Facts facts = Orders.onMariadb("11.8.9").seenByOrdinaryUser().facts();
    String add = "ALTER TABLE orders ADD COLUMN n int";

    assertThat(effect(add, facts).rewrites()).isTrue();
    assertThat(effect(add, facts).lock()).isEqualTo(Lock.NONE);
    assertThat(effect(add + ", ALGORITHM=NOCOPY", facts).rewrites()).isFalse();
  }
}
