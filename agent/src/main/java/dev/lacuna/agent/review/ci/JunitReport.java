package dev.lacuna.agent.review.ci;

import dev.lacuna.agent.review.card.CallSite;
import dev.lacuna.agent.review.card.Card;
import dev.lacuna.agent.review.card.Finding;
import dev.lacuna.agent.review.card.Remedy;
import dev.lacuna.agent.review.card.Review;
import dev.lacuna.agent.review.card.Words;
import dev.lacuna.agent.review.shift.Severity;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The review as JUnit XML, as Ant's task first wrote it and build servers read it: a suite a cause,
 * a case a query; a query that is not accepted and at least as severe as asked fails, one that is
 * accepted is skipped.
 */
public final class JunitReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;
  private final Severity failing;

  private JunitReport(XMLStreamWriter xml, Severity failing) {
    this.xml = xml;
    this.failing = failing;
  }

  public static String of(Review review, Severity failing) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new JunitReport(xml, failing).write(review);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return out.append('\n').toString();
  }

  private void write(Review review) throws XMLStreamException {
    List<Card> cards =
        Stream.of(review.open(), review.improvements(), review.accepted())
            .flatMap(List::stream)
            .toList();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    for (int number = 0; number < cards.size(); number++) {
      suite(cards.get(number), number);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  /** What the strictest of the schemas asks for is there, though a plan has no host and no time. */
  private void suite(Card card, int number) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", card.causeWords());
    xml.writeAttribute("package", card.key());
    xml.writeAttribute("id", String.valueOf(number));
    xml.writeAttribute("timestamp", TIME.format(card.worst().shift().time()));
    xml.writeAttribute("hostname", "localhost");
    xml.writeAttribute("tests", String.valueOf(card.findings().size()));
    xml.writeAttribute("failures", count(card.findings().stream().filter(this::fails)));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(card.findings().stream().filter(Finding::isAccepted)));
    xml.writeAttribute("time", "0");
    xml.writeEmptyElement("properties");
    for (Finding finding : card.findings()) {
      testCase(finding);
    }
    xml.writeEmptyElement("system-out");
    xml.writeEmptyElement("system-err");
    xml.writeEndElement();
  }

  private void testCase(Finding finding) throws XMLStreamException {
    CallSite site = CallSite.parse(finding.shift().callSite());
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", site == null ? "queries" : site.type());
    xml.writeAttribute("name", finding.subject() + " " + finding.shift().key());
    xml.writeAttribute("time", "0");
    if (finding.isAccepted()) {
      xml.writeEmptyElement("skipped");
      xml.writeAttribute(
          "message",
          finding.acceptance().map(by -> "accepted by " + by.by() + ": " + by.why()).orElse(""));
    } else if (fails(finding)) {
      xml.writeStartElement("failure");
      xml.writeAttribute("type", finding.shift().worst().kind());
      xml.writeAttribute("message", finding.sentence());
      xml.writeCharacters(details(finding));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private boolean fails(Finding finding) {
    return !finding.isAccepted() && finding.severity().isAtLeast(failing);
  }

  private static String details(Finding finding) {
    String remedies =
        finding.remedies().stream().map(Remedy::what).collect(Collectors.joining("\n"));
    return """
        %s
        before: %s
        after:  %s
        %s
        %s
        """
        .formatted(
            Words.line(finding.shift().sql()),
            finding.shift().before().summary(),
            finding.shift().after().summary(),
            finding.latency().words(),
            remedies);
  }

  private static String count(Stream<Finding> findings) {
    return String.valueOf(findings.count());
  }
}
