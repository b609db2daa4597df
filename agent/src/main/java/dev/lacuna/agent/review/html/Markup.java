package dev.lacuna.agent.review.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML, written element by element. Text and attributes are escaped here and nowhere else. Not
 * thread-safe.
 */
final class Markup {

  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values, by turns; an empty name and its value are left out
   */
  Markup open(String element, String... attributes) {
    html.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i].isEmpty()) {
        html.append(' ').append(attributes[i]).append("=\"");
        escape(attributes[i + 1]);
        html.append('"');
      }
    }
    html.append('>');
    open.push(element);
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** Ends the element that was begun last. */
  Markup close() {
    html.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A whole element with text in it. */
  Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** An element of SVG or HTML that has no content. */
  Markup empty(String element, String... attributes) {
    return open(element, attributes).close();
  }

  /** The text of a script or a style, which is not escaped: it must be the tool's own. */
  Markup own(String text) {
    html.append(text);
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(character);
      }
    }
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return html.toString();
  }
}
