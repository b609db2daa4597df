package dev.lacuna.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Links from one page to another lead somewhere. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> link_hasATarget() {
    return Page.all().stream()
        .map(page -> dynamicTest(page.path().toString(), () -> linksAreAlive(page)));
  }

  private static void linksAreAlive(Page page) {
    assertThat(LINK.matcher(page.text()).results().map(link -> link.group(1)))
        .filteredOn(link -> !link.startsWith("https://"))
        .allSatisfy(link -> isAlive(page, link));
  }

  private static void isAlive(Page page, String link) {
    String file = link.replaceFirst("#.*", "");
    String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
    assertThat(
            file.isEmpty()
                ? page.resolve(page.path().getFileName().toString())
                : page.resolve(file))
        .exists();
    if (!anchor.isEmpty()) {
      Page target =
          file.isEmpty() ? page : Page.of(page.path().resolveSibling(file).normalize().toString());
      assertThat(anchors(target)).contains(anchor);
    }
  }

  /** As GitHub makes them of headings. */
  private static List<String> anchors(Page page) {
    return HEADING
        .matcher(page.text())
        .results()
        .map((MatchResult heading) -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
