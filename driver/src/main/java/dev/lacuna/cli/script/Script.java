package dev.lacuna.cli.script;

import java.util.List;

/**
 * Statements that are run together: a file, or a changeset of Liquibase's.
 *
 * @param file the name of the file, as reports have it
 * @param inTransaction whether the tool that runs it puts a transaction around it
 * @param pieces the statements, in their order
 */
public record Script(String file, boolean inTransaction, List<Piece> pieces) {

  /** Copies the list. */
  public Script {
    pieces = List.copyOf(pieces);
  }
}
