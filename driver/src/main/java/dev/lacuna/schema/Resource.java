package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A text with declarations.
 *
 * @param name as errors have it: {@code classpath:lacuna.sql}
 * @param text without a byte order mark
 */
record Resource(String name, String text) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Decodes the content of a file.
   *
   * @throws ConfigurationException if it is not UTF-8
   */
  static Resource of(String name, byte[] content) throws ConfigurationException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return new Resource(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      throw new ConfigurationException(
          "Cannot read " + name,
          "it is not UTF-8 text.",
          "save it as UTF-8, or leave it out of lacuna.migrations.",
          notUtf8);
    }
  }
}
