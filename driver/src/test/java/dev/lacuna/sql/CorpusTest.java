package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The parser against another one: what both can parse, they find the same tables in. */
class CorpusTest {

  /** JSqlParser 5.4 misses a table that has a CTE's name, and counts the one that is created. */
  private static final Set<String> FOUND_OTHERWISE_BY_JSQLPARSER =
      Set.of(
          "with a as (select * from a) select * from a",
          "with users as (select * from users where id < 3) select id, nickname from users order"
              + " by id",
          "create table t as select * from a",
          "create temp table t on commit drop as select x from a",
          "create temp table fresh as select * from users");

  @Test
  void corpus_isLarge() {
    assertThat(Corpus.statements()).hasSizeGreaterThan(400).doesNotHaveDuplicates();
  }

  @Test
  void everyStatement_isParsed() {
    assertThat(Corpus.statements()).noneMatch(sql -> Corpus.ours(sql).isEmpty());
  }

  @Test
  void everyStatement_hasTheTablesThatJSqlParserFinds() {
    List<String> different = new ArrayList<>();
    for (String sql : Corpus.statements()) {
      Optional<Set<String>> ours = Corpus.ours(sql);
      Optional<Set<String>> theirs = Corpus.theirs(sql);
      if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
        different.add(sql);
      }
    }

    assertThat(different).containsExactlyInAnyOrderElementsOf(FOUND_OTHERWISE_BY_JSQLPARSER);
  }
}
