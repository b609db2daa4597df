package dev.lacuna.ddl.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DdlWordsTest {

  @Test
  void mayBeIn_neverMissesDdl() {
    for (String sql :
        List.of(
            "  alter table t add n int",
            "/* x */ drop table t",
            "-- x\ncreate index i on t (n)",
            "(select 1); drop table t",
            "select 1; alter table t add n int",
            "reindex table t",
            "truncate t",
            "/* /* x */ */ truncate t",
            "/*! alter table t add n int */",
            "comment on table t is 'x'",
            "# x\nrename table t to s",
            "optimize table t",
            "vacuum full t",
            "cluster t")) {
      assertThat(DdlWords.mayBeIn(sql)).as(sql).isTrue();
    }
    assertThat(DdlWords.mayBeIn("SELECT 1;")).isFalse();
    assertThat(DdlWords.mayBeIn("INSERT INTO t VALUES (1)")).isFalse();
    assertThat(DdlWords.mayBeIn("/* by id */ DELETE FROM t; COMMIT")).isFalse();
  }
}
