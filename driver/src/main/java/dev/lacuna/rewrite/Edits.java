package dev.lacuna.rewrite;

import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits of one text, spliced into it: what no edit touches stays to the letter.
 *
 * <p>An edit replaces a span by pieces, each new text or a copy of some span of the original, with
 * the edits inside that span applied. Parameters are followed as the text moves. Mutable; used by
 * one thread for one rewrite.
 */
final class Edits {

  /** A piece of a replacement. */
  private sealed interface Piece {}

  private record Text(String text) implements Piece {}

  private record Copy(int start, int end) implements Piece {}

  private record Edit(int start, int end, int order, List<Piece> pieces) {
    boolean isInsertion() {
      return start == end;
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
        pieces.add(new Copy(tokens.start(range.from()), tokens.end(range.to() - 1)));
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

  Replacement insertBefore(int token) {
    int at = token < tokens.count() ? tokens.start(token) : tokens.text().length();
    return add(at, at);
  }

  Replacement insertAfter(int token) {
    return add(tokens.end(token), tokens.end(token));
  }

  /** Replaces a run of tokens that is not empty. */
  Replacement replace(Range range) {
    return add(tokens.start(range.from()), tokens.end(range.to() - 1));
  }

  /** Takes out a run of tokens and the blanks behind it. */
  void delete(Range range) {
    int end = range.to() < tokens.count() ? tokens.start(range.to()) : tokens.end(range.to() - 1);
    add(tokens.start(range.from()), end);
  }

  private Replacement add(int start, int end) {
    Replacement replacement = new Replacement();
    edits.add(new Edit(start, end, edits.size(), replacement.pieces));
    return replacement;
  }

  /** The text with all edits applied, and where its parameters come from. */
  RewrittenSql render() {
    return new Rendering().render();
  }

  private final class Rendering {
    private final StringBuilder out = new StringBuilder(tokens.text().length() + 256);
    private final List<Integer> parameters = new ArrayList<>();
    private final int[] markers = markers();
    private final List<Edit> ordered =
        edits.stream()
            .sorted(
                Comparator.comparingInt(Edit::start)
                    .thenComparing(edit -> !edit.isInsertion())
                    .thenComparing(Comparator.comparingInt(Edit::end).reversed())
                    .thenComparingInt(Edit::order))
            .toList();

    RewrittenSql render() {
      render(0, tokens.text().length(), null);
      int[] indexes = parameters.stream().mapToInt(Integer::intValue).toArray();
      return new RewrittenSql(out.toString(), ParameterMap.of(indexes));
    }

    private int[] markers() {
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < tokens.count(); i++) {
        if (tokens.kind(i) == TokenKind.PARAMETER) {
          found.add(tokens.start(i));
        }
      }
      return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Renders a span of the original; of the edit that is being applied only what is inside. */
    @SuppressWarnings("ReferenceEquality") // this very edit is meant, not one like it
    private void render(int start, int end, @Nullable Edit within) {
      int at = start;
      for (Edit edit : ordered) {
        if (edit == within || edit.start() < at || edit.end() > end) {
          continue;
        }
        original(at, edit.start());
        for (Piece piece : edit.pieces()) {
          if (piece instanceof Text text) {
            out.append(text.text());
          } else if (piece instanceof Copy copy) {
            render(copy.start(), copy.end(), edit);
          }
        }
        at = edit.end();
      }
      original(at, end);
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
