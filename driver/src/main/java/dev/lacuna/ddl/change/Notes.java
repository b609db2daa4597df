package dev.lacuna.ddl.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people have noted on a statement, for the history: {@code -- lacuna: reason=… approved-by=…
 * commit=…}. A value ends at the next of those words, or with its line; one in quotes at its quote.
 *
 * @param reason why it runs
 * @param approvedBy who has approved it
 * @param commit the commit that it comes from
 */
public record Notes(@Nullable String reason, @Nullable String approvedBy, @Nullable String commit) {

  /** Nothing is noted. */
  public static final Notes NONE = new Notes(null, null, null);

  private static final Pattern COMMENT =
      Pattern.compile("lacuna:(?=[^\\n]*?\\b(?:reason|approved-by|commit)=)([^\\n]*)");

  private static final Pattern NOTE =
      Pattern.compile(
          "(?<![\\w-])(reason|approved-by|commit)="
              + "(?:\"([^\"]*)\"|'([^']*)'|(.*?)(?=\\s+(?:reason|approved-by|commit)=|\\s*\\*/|\\s*$))");

  /** The notes in the comments of a text. */
  static Notes inComments(String text) {
    Notes notes = NONE;
    Matcher comment = COMMENT.matcher(text);
    while (comment.find()) {
      notes = of(comment.group(1)).or(notes);
    }
    return notes;
  }

  /** The notes in a text that is no comment, such as an application's name. */
  public static Notes of(@Nullable String text) {
    Notes notes = NONE;
    Matcher note = NOTE.matcher(text == null ? "" : text);
    while (note.find()) {
      String value = value(note);
      notes =
          switch (note.group(1)) {
            case "reason" -> new Notes(value, notes.approvedBy, notes.commit);
            case "commit" -> new Notes(notes.reason, notes.approvedBy, value);
            default -> new Notes(notes.reason, value, notes.commit);
          };
    }
    return notes;
  }

  private static @Nullable String value(Matcher note) {
    for (int group = 2; group <= 4; group++) {
      String value = note.group(group);
      if (value != null) {
        return value.isBlank() ? null : value.strip();
      }
    }
    return null;
  }

  /** The same, with the others where something is not noted. */
  public Notes or(Notes others) {
    return new Notes(
        reason == null ? others.reason : reason,
        approvedBy == null ? others.approvedBy : approvedBy,
        commit == null ? others.commit : commit);
  }
}
