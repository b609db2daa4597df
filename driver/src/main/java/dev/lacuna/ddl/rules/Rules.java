package dev.lacuna.ddl.rules;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules. */
public final class Rules {

  /** In the order in which their findings are shown, where they weigh the same. */
  private static final List<Rule> ALL =
      List.of(
          new AddColumnVolatileDefault(),
          new AddColumnDefaultRewrites(),
          new AddColumnNumbered(),
          new AddColumnGeneratedStored(),
          new AddColumnDomain(),
          new AddColumnNotNull(),
          new NotNullFillsZero(),
          new AddColumnCheck(),
          new AddColumnUnique(),
          new AddColumnPrimaryKey(),
          new AddColumnReferences(),
          new SetNotNullScans(),
          new AddNotNullScans(),
          new AddCheckScans(),
          new AddForeignKeyValidates(),
          new AddUniqueBuildsIndex(),
          new AddPrimaryKey(),
          new PrimaryKeyNullableIndex(),
          new AddExclusion(),
          new CreateIndexBlocksWrites(),
          new ConcurrentlyInTransaction(),
          new ConcurrentlyOnPartitioned(),
          new DropIndexBlocks(),
          new ReindexBlocks(),
          new ChangeTypeRewrites(),
          new ChangeTypeChecks(),
          new SetExpressionRewrites(),
          new SetPersistence(),
          new MoveTable(),
          new TableRewriteCommand(),
          new AttachPartitionScans(),
          new DetachPartitionBlocks(),
          new CreatePartition(),
          new PartitionedLocksAll(),
          new DropForeignKeyLocksParent(),
          new ConstrainDomain(),
          new ValidateTogether(),
          new LockHeldWhileWorking(),
          new LockQueue(),
          new DropColumn(),
          new RenameColumn(),
          new TriggerNamesColumn(),
          new RenameTable(),
          new DropTable(),
          new Truncate(),
          new DropSchema(),
          new RenameSchema(),
          new CascadeReaches(),
          new DropPrimaryKey(),
          new ReferencesIgnored(),
          new AddColumnExpressionDefault(),
          new AddColumnAutoIncrement(),
          new FulltextForcesCopy(),
          new RowVersionsExhausted(),
          new RowTooLarge(),
          new TooManyColumns(),
          new RebuildsTable(),
          new CopiesTable(),
          new StallsTable(),
          new VarcharAcross255(),
          new AddFulltextIndex(),
          new InstantLockNone(),
          new PinnedAlgorithmRefused(),
          new Instant8029(),
          new IfNotExistsUnsupported(),
          new LogicalReplication(),
          new StandbyReplay(),
          new ReplicasRunAgain(),
          new UnknownStatement(),
          new IndexInSameStep(),
          new ForeignKeyWithoutIndex(),
          new DefaultForNewRowsOnly(),
          new TypeTimestamp(),
          new TypeChar(),
          new TypeSerial(),
          new TypeMoney(),
          new TypeJson(),
          new TypeFloatMoney(),
          new TypeUtf8mb3(),
          new TypeIntKey(),
          new TypeEnum());

  private Rules() {}

  /** All rules. */
  public static List<Rule> all() {
    return ALL;
  }

  /** Those that are about an engine. */
  public static List<Rule> of(Engine engine) {
    return ALL.stream().filter(rule -> rule.about().engines().contains(engine)).toList();
  }

  /** Their ids. */
  public static Set<String> ids() {
    return ALL.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The rule of that id. */
  public static Optional<Rule> of(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findAny();
  }
}
