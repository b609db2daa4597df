package dev.lacuna.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever else a URL holds: Lacuna takes out what is its own and leaves every other byte. */
class LacunaUrlPropertyTest {

  @Property
  void target_anyUrl_isTheUrlThatHadNoOptions(
      @ForAll("authorities") String authority, @ForAll("queries") List<String> query)
      throws SQLException {
    List<String> others = query.stream().filter(part -> !part.startsWith("lacuna.")).toList();
    String base = "postgresql:" + authority;

    LacunaUrl url = LacunaUrl.parse("jdbc:lacuna:" + base + written(query)).orElseThrow();

    assertThat(url.target()).isEqualTo("jdbc:" + base + written(others));
  }

  @Property
  void options_anyValue_areWhatWasEncoded(@ForAll("queries") List<String> query)
      throws SQLException {
    Map<String, String> expected = new LinkedHashMap<>();
    for (String part : query) {
      if (part.startsWith("lacuna.")) {
        expected.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
      }
    }
    List<String> encoded =
        query.stream().map(part -> part.startsWith("lacuna.") ? encode(part) : part).toList();

    LacunaUrl url = LacunaUrl.parse("jdbc:lacuna:mysql://h/d" + written(encoded)).orElseThrow();

    assertThat(url.options()).isEqualTo(expected);
  }

  private static String written(List<String> query) {
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }

  private static String encode(String part) {
    return part.replace("%", "%25").replace("&", "%26");
  }

  @Provide
  Arbitrary<String> authorities() {
    return Arbitraries.strings().withChars("ab0:/@,.[]()=&;#%+ lacuna.").ofMaxLength(30);
  }

  /** Parts of a query; those of Lacuna are different from each other. */
  @Provide
  Arbitrary<List<String>> queries() {
    Arbitrary<String> value = Arbitraries.strings().withChars("a1?=;#+: ü✓").ofMaxLength(12);
    Arbitrary<String> other = value.filter(part -> !part.isEmpty());
    Arbitrary<List<String>> ours =
        Arbitraries.of("lacuna.a", "lacuna.b", "lacuna.c")
            .flatMap(name -> value.map(text -> name + "=" + text))
            .list()
            .ofMaxSize(3)
            .uniqueElements(part -> part.substring(0, "lacuna.a".length()));
    return other.list().ofMaxSize(4).flatMap(theirs -> ours.flatMap(own -> shuffled(theirs, own)));
  }

  private static Arbitrary<List<String>> shuffled(List<String> theirs, List<String> own) {
    List<String> all = new ArrayList<>(theirs);
    all.addAll(own);
    return Arbitraries.shuffle(all);
  }
}
