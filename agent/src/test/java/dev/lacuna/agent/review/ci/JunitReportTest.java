package dev.lacuna.agent.review.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.agent.review.Samples;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.shift.Severity;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitReportTest {

  private static final Review REVIEW =
      Samples.night(Samples.acceptance("c1a68d3625b9", "a82f5cf4f5336d60", null));

  @Test
  void cause_isASuite_andCountsItsQueries() throws Exception {
    assertThat(elements(parsed(Severity.WARN), "testsuite"))
        .extracting(suite -> suite.getAttribute("name").replaceAll(",.*", "") + counts(suite))
        .containsExactly(
            "orders.region was filled 2 tests 2 failures 0 skipped",
            "tier and score of customers were added by the application 3 tests 3 failures 0 skipped",
            "orders.region was added by the application 1 tests 1 failures 0 skipped",
            "an index came or went on orders by the application 2 tests 0 failures 0 skipped",
            "orders.region was added by the application 1 tests 0 failures 1 skipped");
  }

  @Test
  void lessSevere_doesNotFail() throws Exception {
    assertThat(elements(parsed(Severity.BLOCK), "failure"))
        .extracting(failure -> failure.getAttribute("type"))
        .containsExactly("seq-scan", "plan-unobtainable");
  }

  @Test
  void failure_saysWhatHappened_andAcceptedWhy() throws Exception {
    Document report = parsed(Severity.WARN);

    assertThat(elements(report, "failure").get(0).getAttribute("message"))
        .isEqualTo(
            "Sales.byCountry reads all of orders, a big table, where it used orders_placed_at: region was filled in orders.");
    assertThat(elements(report, "skipped"))
        .extracting(skipped -> skipped.getAttribute("message"))
        .containsExactly("accepted by ada: known");
    assertThat(elements(report, "testcase").get(0).getAttribute("classname"))
        .isEqualTo("shop.report.Sales");
  }

  private static String counts(Element suite) {
    return " %s tests %s failures %s skipped"
        .formatted(
            suite.getAttribute("tests"),
            suite.getAttribute("failures"),
            suite.getAttribute("skipped"));
  }

  private static Document parsed(Severity failing) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JunitReport.of(REVIEW, failing))));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(number -> (Element) nodes.item(number))
        .toList();
  }
}
