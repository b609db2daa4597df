package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Tokens;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameScannerTest {

  private final NameScanner scanner = new NameScanner(List.of("users", "Order Lines", "Äpfel"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM users",
        "users",
        "FROM USERS",
        "FROM \"users\"",
        "FROM public.users u",
        "FROM(users)",
        "1users",
        "'a comment on users'",
        "FROM \"Order Lines\"",
        "FROM ÄPFEL",
        "FROM äpfel",
        "$$string$$users",
        "users$1",
      })
  void mentioned_saysYes(String sql) {
    assertThat(scanner.mentions(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SELECT 1", "FROM usersx", "FROM xusers", "user s", "us.ers"})
  void notMentioned_saysNo(String sql) {
    assertThat(scanner.mentions(sql)).isFalse();
  }

  @Test
  void noWords_saysNo() {
    assertThat(new NameScanner(List.of()).mentions("users")).isFalse();
  }

  @Test
  void nameWithoutAPlainPart_saysYesAlways() {
    assertThat(new NameScanner(List.of("!")).mentions("SELECT 1")).isTrue();
  }

  /** It may say yes too often; where the lexer finds the name, it says yes. */
  @Property
  void nameThatTheLexerFinds_isMentioned(
      @ForAll("names") Set<String> names, @ForAll("texts") String sql) {
    Tokens tokens = Tokens.of(sql, Dialect.POSTGRESQL);
    boolean found = false;
    for (int i = 0; i < tokens.count(); i++) {
      boolean escaped = tokens.text(i).startsWith("U&") || tokens.text(i).startsWith("u&");
      found |= tokens.isName(i) && !escaped && names.contains(tokens.identifier(i));
    }

    if (found) {
      assertThat(new NameScanner(names).mentions(sql)).isTrue();
    }
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return Arbitraries.of(
            "users", "a", "a b", "ı", "İ", "k", "ſ", "x$1", "_", "\"", "é", "1a", "\uD83D\uDE00")
        .set()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "users",
            "USERS",
            "a",
            "A",
            "\"a b\"",
            "ı",
            "İ",
            "I",
            "\u212A",
            "K",
            "ſ",
            "S",
            "x$1",
            "\"\"\"\"",
            "É",
            "\"1a\"",
            "\uD83D\uDE00",
            " ",
            " ",
            ".",
            "(",
            "'",
            "$$",
            "--",
            "\n",
            "/*",
            "?")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
