package dev.lacuna.config;

import java.util.regex.Pattern;

/**
 * Keeps credentials out of what people read.
 *
 * <p>It would rather hide too much: a password may hold any character, also those that end it in a
 * well-formed URL.
 */
final class Credentials {

  /** {@code //user:password@}, up to the last {@code @} before the query. */
  private static final Pattern USER_INFO = Pattern.compile("//[^?\\n]*@");

  /** {@code //user:pass?word@}: where no path has begun, the question mark may be theirs. */
  private static final Pattern USER_INFO_WITH_QUESTION_MARK =
      Pattern.compile("//[^/?@\\n]*\\?[^\\n]*@");

  private static final Pattern NAMED =
      Pattern.compile("(?i)([\\w.-]*(?:passw|pwd|passphrase|secret|token)[\\w.-]*\\s*=)[^&\\n]+");

  private Credentials() {}

  /** Returns the text with three asterisks in place of whatever may be a credential. */
  static String mask(String text) {
    String masked = USER_INFO.matcher(text).replaceAll("//***@");
    masked = USER_INFO_WITH_QUESTION_MARK.matcher(masked).replaceAll("//***@");
    return NAMED.matcher(masked).replaceAll("$1***");
  }
}
