package dev.lacuna.agent.review.card;

import dev.lacuna.agent.review.shift.Cause;
import dev.lacuna.agent.review.shift.LoggedShift;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The key of a card: the same for all that one happening did to one database's queries. */
final class CauseKey {

  private static final int BYTES = 5;

  private CauseKey() {}

  /** Not of the time and the source: two JVMs may have noticed the same at other moments. */
  static String of(LoggedShift shift) {
    Cause cause = shift.cause();
    String text = String.join("\n", shift.database(), cause.table(), cause.column(), cause.event());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "cause-" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
