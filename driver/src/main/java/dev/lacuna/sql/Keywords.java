package dev.lacuna.sql;

import java.util.Set;

/**
 * What PostgreSQL's words mean to one who looks for names among them (PostgreSQL 18 manual,
 * appendix C). MySQL's are near enough: a word that is missing here is taken for a name.
 */
public final class Keywords {

  /** Words that are no name unless they are quoted. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric both case cast check collate column"
                  + " constraint create current_catalog current_date current_role current_time"
                  + " current_timestamp current_user default deferrable desc distinct do else end"
                  + " except false fetch for foreign from grant group having in initially intersect"
                  + " into lateral leading limit localtime localtimestamp not null offset on only"
                  + " or order placing primary references returning select session_user some"
                  + " symmetric system_user table then to trailing true union unique user using"
                  + " variadic when where window with"
                  + " authorization binary collation concurrently cross current_schema freeze full"
                  + " ilike inner is isnull join left like natural notnull outer overlaps right"
                  + " similar tablesample verbose")
              .split(" "));

  /** Reserved words that end an expression: what follows is a label or an operator. */
  private static final Set<String> ENDS_EXPRESSION =
      Set.of(
          ("current_catalog current_date current_role current_time current_timestamp current_user"
                  + " current_schema default end false isnull localtime localtimestamp notnull null"
                  + " session_user system_user true user")
              .split(" "));

  /** Words that are no reserved ones, and still have an expression behind them. */
  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          ("between by content div document escape exists filter insert into key mod passing"
                  + " preceding regexp rlike row set update value values xor zone")
              .split(" "));

  private Keywords() {}

  /** Whether the word is a name only in quotes. */
  public static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  /** Whether an expression may begin right behind the word. */
  public static boolean isBeforeExpression(String word) {
    return BEFORE_EXPRESSION.contains(word)
        || (RESERVED.contains(word) && !ENDS_EXPRESSION.contains(word));
  }
}
