package dev.lacuna.cli;

import dev.lacuna.cli.report.Judged;
import dev.lacuna.cli.report.Report;
import dev.lacuna.cli.script.Piece;
import dev.lacuna.cli.script.Script;
import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges scripts, one behind the other, as if they ran in that order. Mutable; used for one run.
 *
 * <p>A table counts as new, so that nobody can wait for it, in the script that creates it; and
 * where there is a server that does not have it yet, in all scripts behind that.
 */
final class Assessor {

  private final JudgedServer server;
  private final Judge judge;
  private final List<Judged> judged = new ArrayList<>();
  private Context context = new Context();
  private boolean transaction;
  private int others;

  Assessor(JudgedServer server, Judge judge) {
    this.server = server;
    this.judge = judge;
  }

  Report judge(List<Script> scripts) throws CliException {
    for (Script script : scripts) {
      begin(script);
      for (Piece piece : script.pieces()) {
        judge(script, piece);
      }
    }
    return new Report(server.label(), judged, others);
  }

  private void begin(Script script) {
    if (server.isLive()) {
      context.transactionEnded();
    } else {
      context = new Context();
    }
    transaction = script.inTransaction();
  }

  private void judge(Script script, Piece piece) throws CliException {
    List<Ddl> found = DdlScript.read(piece.sql(), server.engine().dialect());
    if (!found.isEmpty()) {
      for (Ddl ddl : found) {
        judge(script, piece, ddl);
      }
      return;
    }
    OtherStatement other = OtherStatement.of(piece.sql(), server.engine().dialect());
    Optional<Ddl> unclear = other.unclear();
    if (unclear.isPresent()) {
      judge(script, piece, unclear.get());
    } else {
      others++;
      if (other.beginsTransaction()) {
        transaction = true;
      } else if (other.endsTransaction()) {
        transaction = false;
        context.transactionEnded();
      }
    }
  }

  private void judge(Script script, Piece piece, Ddl ddl) throws CliException {
    context.inTransaction(transaction);
    Facts facts = server.facts(ddl);
    int last = ddl.start() + ddl.sql().length();
    judged.add(
        new Judged(
            script.file(),
            piece.lineOf(ddl.start()),
            piece.lineOf(last),
            judge.judge(ddl, facts, context)));
    boolean thereAlready = ddl.has(CreateTable.class) && facts.table() != null;
    if (!thereAlready) {
      context.add(ddl);
    }
  }
}
