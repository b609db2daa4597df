package dev.lacuna.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC URL of Lacuna, taken apart.
 *
 * @param engineName the engine's name as the URL has it: {@code postgresql}, {@code mysql} or
 *     {@code mariadb}; never a variant such as {@code mysql+srv}
 * @param target the URL for the real driver: the given one without the leading {@code lacuna:} and
 *     without the query options named {@code lacuna.*}; every other character is as it was
 * @param options those options, their values percent-decoded, in the order of the URL
 */
public record LacunaUrl(String engineName, String target, Map<String, String> options) {

  private static final String LACUNA = "jdbc:lacuna:";

  /** {@code mysql+srv:} is Connector/J's way to say that the hosts come from DNS. */
  private static final Pattern ACCEPTED =
      Pattern.compile(LACUNA + "(postgresql|mysql|mariadb)(?:\\+\\w+)?:");

  /**
   * Whether a URL is Lacuna's to connect to: {@code jdbc:lacuna:} and an engine that it knows, in
   * lower case. Null is not.
   */
  public static boolean accepts(@Nullable String url) {
    return url != null && ACCEPTED.matcher(url).lookingAt();
  }

  /**
   * Takes a URL apart.
   *
   * @return none if {@link #accepts} says no
   * @throws ConfigurationException if an option named {@code lacuna.*} is there twice, or its value
   *     is not percent-encoded text
   */
  public static Optional<LacunaUrl> parse(@Nullable String url) throws ConfigurationException {
    if (url == null) {
      return Optional.empty();
    }
    Matcher accepted = ACCEPTED.matcher(url);
    if (!accepted.lookingAt()) {
      return Optional.empty();
    }
    String whole = "jdbc:" + url.substring(LACUNA.length());
    int queryStart = whole.indexOf('?');
    if (queryStart < 0) {
      return Optional.of(new LacunaUrl(accepted.group(1), whole, Map.of()));
    }
    UrlQuery query = UrlQuery.parse(whole.substring(queryStart));
    String target = whole.substring(0, queryStart) + query.others();
    return Optional.of(new LacunaUrl(accepted.group(1), target, query.options()));
  }

  /** The URL for the real driver, fit to be logged: whatever may be a credential is masked. */
  @Override
  public String toString() {
    return Credentials.mask(target);
  }
}
