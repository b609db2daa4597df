package dev.lacuna.agent.review.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportPageTest {

  private static final String WORST = "066ce5c96886";
  private static final long SECONDS = 30;
  private static final Map<String, Integer> CODES = Map.of("Escape", 27, "Enter", 13);
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;

  /** Each text of less contrast than it needs, a line each. */
  private static final String FAINT_TEXT =
      """
      (() => {
        const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
        const light = ([red, green, blue]) => [red, green, blue]
          .map(part => part / 255)
          .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
          .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = element => {
          for (let it = element; it; it = it.parentElement) {
            const colour = numbers(getComputedStyle(it).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return colour;
          }
          return [255, 255, 255];
        };
        const contrast = element => {
          const [low, high] = [light(numbers(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05);
        };
        return [...document.querySelectorAll('body *')]
          .filter(it => it.checkVisibility() && [...it.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
          .filter(it => contrast(it) < 4.5)
          .map(it => `${it.className || it.tagName} ${contrast(it).toFixed(2)}: ${it.textContent.slice(0, 40)}`)
          .join('\\n');
      })()
      """;

  private String address = "";
  private Chromium chromium;
  private DevTools page;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("report.html");
    Files.writeString(
        file,
        HtmlReport.of(
            Samples.night(Samples.acceptance("c1a68d3625b9", "a82f5cf4f5336d60", null)),
            "plan-changes.jsonl",
            "2026-11-21 09:30"));
    address = file.toUri().toString();
    chromium = Chromium.start(folder);
    page = chromium.tools();
  }

  @AfterAll
  void end() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    page.forgetEvents();
    show("");
  }

  @AfterEach
  void nothingWentWrong_andNothingWasAskedFor() {
    assertThat(page.events("Runtime.exceptionThrown")).isEmpty();
    assertThat(page.events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(page.events("Log.entryAdded")).isEmpty();
    assertThat(page.events("Network.requestWillBeSent"))
        .extracting(event -> event.getAsJsonObject("request").get("url").getAsString())
        .allMatch(url -> url.startsWith("about:") || url.startsWith(address));
  }

  @Test
  void worstQuery_isOpen_withItsPlansSideBySide() throws Exception {
    until("document.querySelector('.plan') !== null");

    assertThat(text("document.querySelector('.query[open]').dataset.key")).isEqualTo(WORST);
    assertThat(text("document.querySelector('.plan').innerText"))
        .contains("nested loop", "hash join", "lost orders_placed_at", "4 nodes unchanged");
    assertThat(number("document.querySelectorAll('.plan tbody tr').length")).isEqualTo(10);
    assertThat(text("[...document.querySelectorAll('.plan td')].map(td => td.className).join(' ')"))
        .contains("estimated", "changed", "moved", "added", "void");
  }

  @Test
  void unchangedNodes_unfold() throws Exception {
    until("document.querySelector('.plan') !== null");

    page.evaluate("document.querySelector('.folded button').click()");

    assertThat(number("document.querySelectorAll('.plan tbody tr').length")).isEqualTo(13);
  }

  @Test
  void row_opensAtAClick() throws Exception {
    page.evaluate("document.querySelector('[data-key=\"24118db986c5\"] summary').click()");
    until("document.querySelector('[data-key=\"24118db986c5\"] .plan') !== null");

    assertThat(text("document.querySelector('[data-key=\"24118db986c5\"] .body').innerText"))
        .contains("index-only scan public.orders using o_status")
        .contains("java -jar lacuna-agent.jar accept plan-changes.jsonl 24118db986c5 --by");
  }

  @Test
  void improvementsAndAccepted_areFolded_andOpen() throws Exception {
    assertThat(shown()).isEqualTo(6);

    page.evaluate("document.querySelectorAll('.fold').forEach(fold => { fold.open = true; })");

    assertThat(shown()).isEqualTo(9);
    assertThat(text("document.getElementById('accepted').textContent"))
        .contains("accepted by ada: known");
  }

  @Test
  void filters_showWhatMatches() throws Exception {
    page.evaluate("document.querySelector('.toggle.warn').click()");
    assertThat(shown()).as("block alone").isEqualTo(2);

    page.evaluate("document.querySelector('.toggle.warn').click()");
    choose("table", "customers");
    assertThat(shown()).as("of customers").isEqualTo(3);

    choose("settled", "settled");
    assertThat(shown()).as("and settled").isEqualTo(1);
    assertThat(text("document.getElementById('shown').innerText")).isEqualTo("1 of 9");

    choose("settled", "");
    choose("table", "");
    search("tiering.apply update");
    assertThat(shown()).as("searched").isEqualTo(1);

    search("nothing of that kind");
    assertThat(shown()).isZero();
    assertThat(text("document.getElementById('none').innerText"))
        .isEqualTo("Nothing matches the filters.");
  }

  @Test
  void keyboard_does() throws Exception {
    press("j");
    press("j");
    press("Enter");
    assertThat(text("document.activeElement.parentElement.dataset.key")).isEqualTo("24118db986c5");
    until("document.querySelectorAll('.query[open] .plan').length === 2");

    press("o");
    assertThat(number("document.querySelectorAll('.query[open]').length")).isOne();

    press("n");
    assertThat(text("document.activeElement.parentElement.dataset.key")).isEqualTo("3cfffdb5cef8");

    press("e");
    assertThat(number("document.querySelectorAll('.query[open]').length")).isEqualTo(6);
    press("e");
    assertThat(number("document.querySelectorAll('.query[open]').length")).isZero();

    press("2");
    assertThat(shown()).isEqualTo(2);

    press("t");
    assertThat(text("getComputedStyle(document.documentElement).colorScheme")).isEqualTo("dark");

    press("?");
    assertThat(number("document.querySelectorAll('dialog[open]').length")).isOne();
    press("Escape");
    until("document.querySelector('dialog[open]') === null");
    press("/");
    assertThat(text("document.activeElement.id")).isEqualTo("search");
  }

  @Test
  void linkToAQuery_opensIt_foldedOrNot() throws Exception {
    show("#c1a68d3625b9");
    until("document.querySelectorAll('#accepted .query[open] .plan').length === 1");

    assertThat(text("document.activeElement.parentElement.dataset.key")).isEqualTo("c1a68d3625b9");
  }

  @Test
  void print_opensWhatIsShown_andClosesItAgain() throws Exception {
    byte[] pdf =
        Base64.getDecoder()
            .decode(
                page.call("Page.printToPDF", Map.of("printBackground", true))
                    .get("data")
                    .getAsString());

    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(number("document.querySelectorAll('.plan').length")).isEqualTo(6);
    assertThat(number("document.querySelectorAll('.query[open]').length")).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 800, WIDTH})
  void width_isKept(int width) throws Exception {
    size(width, HEIGHT);
    press("e");
    until("document.querySelectorAll('.plan').length === 6");

    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @Test
  void narrow_plansStandBelowOneAnother_andWhatIsTheSameStandsOnce() throws Exception {
    size(360, HEIGHT);
    until("document.querySelector('.plan') !== null");

    assertThat(text("document.querySelector('.plan').innerText"))
        .containsOnlyOnce("aggregate")
        .containsSubsequence("nested loop", "hash join");
  }

  /** WCAG 2.2, 1.4.3: text has a contrast of 4.5 to what is behind it. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void theme_canBeRead(String theme) throws Exception {
    prefer(theme);
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
    until("document.querySelectorAll('.plan').length === 9");

    assertThat(text(FAINT_TEXT)).isEmpty();
  }

  /** With {@code -Ddocs.write=true}, for the documentation. */
  @Test
  void pictures_areTaken(@TempDir Path elsewhere) throws Exception {
    Path pictures = Boolean.getBoolean("docs.write") ? Path.of("../docs/pictures") : elsewhere;
    size(WIDTH, 1070);
    until("document.querySelector('.plan') !== null");
    for (String theme : List.of("light", "dark")) {
      prefer(theme);
      Path file = Files.write(pictures.resolve("review-" + theme + ".png"), screenshot());
      assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(WIDTH);
    }
  }

  private void prefer(String theme) throws Exception {
    page.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  private void size(int width, int height) throws Exception {
    page.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Anew, and as it is at first. */
  private void show(String fragment) throws Exception {
    size(WIDTH, HEIGHT);
    prefer("light");
    page.call("Page.navigate", Map.of("url", "about:blank"));
    page.call("Page.navigate", Map.of("url", address + fragment));
    until("location.protocol === 'file:' && document.readyState === 'complete'");
  }

  private void until(String condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!page.evaluate(condition).getAsBoolean()) {
      assertThat(System.nanoTime()).as(condition).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private void choose(String select, String value) throws Exception {
    page.evaluate(
        "{ const it = document.getElementById('%s'); it.value = '%s'; it.dispatchEvent(new Event('change')); }"
            .formatted(select, value));
  }

  /** The page waits a moment before it filters, as more may be typed. */
  private void search(String words) throws Exception {
    page.evaluate(
        "{ const it = document.getElementById('search'); it.value = '%s'; it.dispatchEvent(new Event('input')); }"
            .formatted(words));
    page.evaluate("new Promise(done => setTimeout(done, 250))");
  }

  /** A character, or {@code Enter} or {@code Escape}. */
  private void press(String key) throws Exception {
    String text = key.equals("Enter") ? "\r" : key.equals("Escape") ? "" : key;
    int code = CODES.getOrDefault(key, (int) key.charAt(0));
    page.call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyDown", "key", key, "text", text, "windowsVirtualKeyCode", code));
    page.call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  private int shown() throws Exception {
    return number(
        "[...document.querySelectorAll('.query')].filter(it => it.checkVisibility()).length");
  }

  private int number(String expression) throws Exception {
    return page.evaluate(expression).getAsInt();
  }

  private String text(String expression) throws Exception {
    return page.evaluate(expression).getAsString();
  }

  private byte[] screenshot() throws Exception {
    String data =
        page.call("Page.captureScreenshot", Map.of("format", "png")).get("data").getAsString();
    return Base64.getDecoder().decode(data);
  }
}
