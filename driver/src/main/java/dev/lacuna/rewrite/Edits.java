package dev.lacuna.rewrite;

import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Edits of one text, spliced into it: what no edit touches stays to the letter.
 *
 * <p>An edit replaces a run of tokens, or stands right before or behind one, by pieces: new text,
 * or copies of runs of the original with the edits that belong to them. An edit belongs to the run
 * that it was made for: so a condition that is put behind a statement is not copied with the
 * statement's last value, and of two at one place that of the longer run stands further out.
 * Parameters are followed as the text moves. Mutable; used by one thread for one rewrite.
 */
final class Edits {

  /** A piece of a replacement. */
  private sealed interface Piece {}

  private record Text(String text) implements Piece {}

  private record Copy(int start, int end) implements Piece {}

  /**
   * An edit.
   *
   * @param start offset of what it takes away; equal to the end where it takes nothing
   * @param from offset of the run that it belongs to
   * @param to offset behind that run
   */
  private record Edit(int start, int end, int from, int to, int order, List<Piece> pieces) {

    private static final Comparator<Edit> IN_TEXT_ORDER =
        Comparator.comparingInt(Edit::start)
            .thenComparingInt(Edit::place)
            .thenComparingInt(edit -> edit.place() == 0 ? -edit.from : -edit.to)
            .thenComparingInt(Edit::order);

    /** Behind a run, before one, or in its place. */
    private int place() {
      return start < end ? 2 : to == start ? 0 : 1;
    }

    boolean takesAway(Edit other) {
      return start < end && start <= other.from && other.to <= end;
    }
  }

  /** Collects the pieces of a replacement. */
  final class Replacement {
    private final List<Piece> pieces = new ArrayList<>();

    Replacement text(String text) {
      pieces.add(new Text(text));
      return this;
    }

    Replacement copy(Range range) {
      if (!range.isEmpty()) {
        pieces.add(new Copy(startOf(range), endOf(range)));
      }
      return this;
    }
  }

  private final Tokens tokens;
  private final List<Edit> edits = new ArrayList<>();

  Edits(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** Whether anything in a run of tokens has been edited. */
  boolean touch(Range range) {
    int start = startOf(range);
    int end = endOf(range);
    return edits.stream().anyMatch(edit -> edit.from >= start && edit.to <= end);
  }

  /** Whether just this run of tokens has been replaced. */
  boolean replaces(Range range) {
    int start = startOf(range);
    int end = endOf(range);
    return edits.stream().anyMatch(edit -> edit.start == start && edit.end == end);
  }

  /** Puts something before a run of tokens that is not empty. */
  Replacement before(Range range) {
    return add(startOf(range), startOf(range), startOf(range), endOf(range));
  }

  /** Puts something behind a run of tokens that is not empty. */
  Replacement after(Range range) {
    return add(endOf(range), endOf(range), startOf(range), endOf(range));
  }

  /** Replaces a run of tokens that is not empty. */
  Replacement replace(Range range) {
    return add(startOf(range), endOf(range), startOf(range), endOf(range));
  }

  /** Takes out a run of tokens and the blanks behind it. */
  void delete(Range range) {
    int end = range.to() < tokens.count() ? tokens.start(range.to()) : endOf(range);
    add(startOf(range), end, startOf(range), end);
  }

  private int startOf(Range range) {
    return tokens.start(range.from());
  }

  private int endOf(Range range) {
    return tokens.end(range.to() - 1);
  }

  private Replacement add(int start, int end, int from, int to) {
    Replacement replacement = new Replacement();
    edits.add(new Edit(start, end, from, to, edits.size(), replacement.pieces));
    return replacement;
  }

  /** The text with all edits applied, and where its parameters come from. */
  RewrittenSql render() {
    return new Rendering().render();
  }

  private final class Rendering {
    private final StringBuilder out = new StringBuilder(tokens.text().length() + 256);
    private final List<Integer> parameters = new ArrayList<>();
    private final int[] markers =
        IntStream.range(0, tokens.count())
            .filter(token -> tokens.kind(token) == TokenKind.PARAMETER)
            .map(tokens::start)
            .toArray();
    private final List<Edit> ordered = edits.stream().sorted(Edit.IN_TEXT_ORDER).toList();

    RewrittenSql render() {
      render(0, tokens.text().length(), null);
      int[] indexes = parameters.stream().mapToInt(Integer::intValue).toArray();
      return new RewrittenSql(out.toString(), ParameterMap.of(indexes));
    }

    /** Renders a span of the original; of the edit that is being applied only what is inside. */
    @SuppressWarnings("ReferenceEquality") // this very edit is meant, not one like it
    private void render(int start, int end, @Nullable Edit within) {
      int at = start;
      Edit last = null;
      for (int i = firstAt(start); i < ordered.size() && ordered.get(i).start() <= end; i++) {
        Edit edit = ordered.get(i);
        boolean inside = edit.from() >= start && edit.to() <= end && edit != within;
        boolean gone = edit.start() < at || (last != null && last.takesAway(edit));
        if (!inside || gone || isTakenAwayBehind(i, end, within)) {
          continue;
        }
        original(at, edit.start());
        apply(edit);
        at = edit.end();
        last = edit.start() < edit.end() ? edit : last;
      }
      original(at, end);
    }

    private void apply(Edit edit) {
      for (Piece piece : edit.pieces()) {
        if (piece instanceof Text text) {
          out.append(text.text());
        } else if (piece instanceof Copy copy) {
          render(copy.start(), copy.end(), edit);
        }
      }
    }

    /** The first edit that starts at or behind an offset. */
    private int firstAt(int offset) {
      int low = 0;
      int high = ordered.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (ordered.get(middle).start() < offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** Whether a replacement that starts at the same place takes an edit away. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isTakenAwayBehind(int index, int end, @Nullable Edit within) {
      Edit edit = ordered.get(index);
      for (int i = index + 1; i < ordered.size(); i++) {
        Edit other = ordered.get(i);
        if (other.start() > edit.start()) {
          return false;
        }
        if (other != within && other.end() <= end && other.takesAway(edit)) {
          return true;
        }
      }
      return false;
    }

    private void original(int start, int end) {
      if (start >= end) {
        return;
      }
      out.append(tokens.text(), start, end);
      int first = Arrays.binarySearch(markers, start);
      for (int i = first < 0 ? -first - 1 : first; i < markers.length && markers[i] < end; i++) {
        parameters.add(i + 1);
      }
    }
  }
}
