package dev.lacuna.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a JDBC URL, divided between Lacuna and the real driver.
 *
 * @param others the query with its question mark, as it was but for Lacuna's options; empty if
 *     these were all
 * @param options Lacuna's options, their values decoded, in the order of the query
 */
record UrlQuery(String others, Map<String, String> options) {

  private static final char REPLACEMENT = '\uFFFD';

  /** Divides a query that starts with its question mark; {@code &} alone separates options. */
  static UrlQuery parse(String query) throws ConfigurationException {
    List<String> others = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (String part : query.substring(1).split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (!Option.claims(name)) {
        others.add(part);
      } else if (options.put(name, equals < 0 ? "" : decode(part)) != null) {
        throw twice(name);
      }
    }
    return options.isEmpty()
        ? new UrlQuery(query, Map.of())
        : new UrlQuery(join(others), Collections.unmodifiableMap(options));
  }

  private static String join(List<String> parts) {
    String joined = String.join("&", parts);
    return joined.isEmpty() ? "" : "?" + joined;
  }

  private static String decode(String part) throws ConfigurationException {
    String encoded = part.substring(part.indexOf('=') + 1);
    try {
      // A plus sign stays one: this is a URL, not a form, and default expressions have them.
      String decoded = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (decoded.indexOf(REPLACEMENT) < 0) {
        return decoded;
      }
      throw undecodable(part, null);
    } catch (IllegalArgumentException malformed) {
      throw undecodable(part, malformed);
    }
  }

  private static ConfigurationException undecodable(String part, @Nullable Throwable cause) {
    return new ConfigurationException(
        "Cannot decode the URL's option " + part,
        "a percent sign must be followed by two hexadecimal digits that belong to UTF-8 text.",
        "write %25 for a percent sign that stands for itself.",
        cause);
  }

  private static ConfigurationException twice(String name) {
    return new ConfigurationException(
        "The URL has the option " + name + " twice",
        "only one of the values can count.",
        "take one out.");
  }
}
