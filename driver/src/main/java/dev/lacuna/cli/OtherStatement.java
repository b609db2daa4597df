package dev.lacuna.cli;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.change.Notes;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is no DDL by its first word. Some may run DDL all the same, and some are no SQL
 * that is known: nobody is to be told that those are safe.
 */
record OtherStatement(String sql, Tokens tokens) {

  /** The first words of statements that change no table's definition. */
  private static final Set<String> HARMLESS =
      Set.of(
          ("abort analyse analyze begin check checkpoint checksum close commit copy deallocate"
                  + " declare delete describe desc discard do end execute explain fetch flush get"
                  + " grant handler help import insert install kill listen load lock merge move"
                  + " notify prepare purge reassign release repair replace reset resignal revoke"
                  + " rollback savepoint security select set show signal start stop table uninstall"
                  + " unlisten unlock update use vacuum values with xa")
              .split(" ", -1));

  /** What a block or a routine runs DDL by. */
  private static final Pattern RUNS_DDL =
      Pattern.compile(
          "\\b(alter|create|drop|truncate|rename|reindex|cluster|refresh|execute|call)\\b",
          Pattern.CASE_INSENSITIVE);

  static OtherStatement of(String sql, Dialect dialect) {
    return new OtherStatement(sql, Tokens.of(sql, dialect));
  }

  /** As DDL that is not understood, where it may be that; its text says why. */
  Optional<Ddl> unclear() {
    String why = whyUnclear();
    if (why == null) {
      return Optional.empty();
    }
    int start = tokens.count() == 0 ? 0 : tokens.start(0);
    return Optional.of(
        new Ddl(
            sql.substring(start).stripTrailing(),
            start,
            null,
            List.of(new Change.Unknown(why)),
            Ddl.Pins.NONE,
            DdlScript.allowedIn(sql),
            Notes.NONE));
  }

  private @Nullable String whyUnclear() {
    if (!tokens.wellFormed()) {
      return "a text in which a string, comment or parenthesis does not end";
    }
    if (tokens.is(0, "CALL")) {
      return "what a procedure does";
    }
    if (tokens.is(0, "DO") && RUNS_DDL.matcher(sql).find()) {
      return "what a DO block does";
    }
    boolean mysql = tokens.dialect().isMySql();
    if (mysql && (tokens.is(0, "PREPARE") || tokens.is(1, "IMMEDIATE"))) {
      return "a statement that is made while it runs";
    }
    String first = tokens.count() == 0 ? "" : tokens.text(0);
    boolean known = first.equals("(") || HARMLESS.contains(first.toLowerCase(Locale.ROOT));
    return known ? null : sql.strip();
  }

  /** Whether a transaction goes on behind it. */
  boolean beginsTransaction() {
    return tokens.is(0, "BEGIN") || (tokens.is(0, "START") && tokens.is(1, "TRANSACTION"));
  }

  /** Whether none goes on behind it. */
  boolean endsTransaction() {
    boolean wholly = tokens.is(0, "ROLLBACK") && !tokens.is(1, "TO") && !tokens.is(2, "TO");
    return wholly || tokens.isAny(0, "COMMIT", "END", "ABORT");
  }
}
