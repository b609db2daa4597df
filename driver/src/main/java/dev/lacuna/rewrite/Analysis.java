package dev.lacuna.rewrite;

import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a text is to its declarations, whatever the database has. Made once a text, and cached. */
public sealed interface Analysis {

  /** It has nothing to do with a declared column: it goes to the driver as it came. */
  enum Untouched implements Analysis {
    /** The only one. */
    INSTANCE
  }

  /**
   * It names a declared column, and cannot be edited safely.
   *
   * @param reason what stands in the way
   */
  record Unsupported(String reason) implements Analysis {}

  /**
   * It may change what tables have, what their names stand for, or how SQL is read: what is known
   * of that has to be asked for again behind it.
   *
   * @param tables whether other sessions may see other tables behind it
   */
  record SchemaChange(boolean tables) implements Analysis {}

  /** It may need an edit, depending on what its tables have. */
  final class Relevant implements Analysis {

    private final Tokens tokens;
    private final List<SqlStatement> statements;
    private final Set<String> words;
    private final boolean forKeysOnly;
    private final boolean returnsStar;
    private volatile @Nullable Memo memo;
    private volatile @Nullable Memo memoUnderLock;

    Relevant(Tokens tokens, List<SqlStatement> statements, Set<String> words, boolean forKeysOnly) {
      this.tokens = tokens;
      this.statements = List.copyOf(statements);
      this.words = Set.copyOf(words);
      this.forKeysOnly = forKeysOnly;
      this.returnsStar = returnsStar(statements);
    }

    private static boolean returnsStar(List<SqlStatement> statements) {
      return statements.stream()
          .flatMap(statement -> statement.blocks().stream())
          .filter(block -> Rewriter.targetOf(block) != null)
          .flatMap(block -> RowUses.itemsOf(block).stream())
          .anyMatch(SelectItem::isStar);
    }

    /** Whether it needs a look, given the generated keys that were asked for. */
    public boolean matters(GeneratedKeys keys) {
      return !forKeysOnly || !keys.isNone();
    }

    /** Whether it matters only where the application asks for generated keys. */
    public boolean isForKeysOnly() {
      return forKeysOnly;
    }

    /** Whether a write in it returns all columns, however many there are. */
    public boolean returnsAllColumns(GeneratedKeys keys) {
      return keys.all() || returnsStar;
    }

    /** Whether it is one query that has no other within it. */
    public boolean isSingleQuery() {
      return statements.size() == 1
          && statements.get(0).kind() == SqlStatement.Kind.QUERY
          && statements.get(0).blocks().size() == 1;
    }

    /** The text. */
    public String sql() {
      return tokens.text();
    }

    Tokens tokens() {
      return tokens;
    }

    List<SqlStatement> statements() {
      return statements;
    }

    /** The names in the text, normalised; labels and function names are left out. */
    Set<String> words() {
      return words;
    }

    @Nullable Memo memo(boolean underLock) {
      return underLock ? memoUnderLock : memo;
    }

    void remember(Memo translated, boolean underLock) {
      if (underLock) {
        memoUnderLock = translated;
      } else {
        memo = translated;
      }
    }
  }

  /**
   * The last translation of a text, and what it was made for.
   *
   * @param keys the generated keys that were asked for
   * @param shapes what its tables looked like, by their names
   * @param release the major version of the server
   * @param translation what came of it
   */
  record Memo(
      GeneratedKeys keys,
      Map<List<String>, TableShape> shapes,
      int release,
      Translation translation) {}
}
