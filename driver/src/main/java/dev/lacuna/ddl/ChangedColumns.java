package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.AlterColumn;
import dev.lacuna.ddl.change.Change.ChangeType;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.DropNotNull;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.change.Change.RenameColumn;
import dev.lacuna.ddl.change.Change.SetDefault;
import dev.lacuna.ddl.change.Change.SetNotNull;
import dev.lacuna.ddl.change.Ddl;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns that a statement changes. */
final class ChangedColumns {

  private ChangedColumns() {}

  /** Their names, each once, joined by commas; null where it changes none by name. */
  static @Nullable String of(Ddl ddl) {
    String names =
        ddl.changes().stream()
            .map(ChangedColumns::name)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : names;
  }

  private static @Nullable String name(Change change) {
    if (change instanceof AddColumn add) {
      return add.column().name();
    }
    if (change instanceof DropColumn drop) {
      return drop.column();
    }
    if (change instanceof RenameColumn rename) {
      return rename.from();
    }
    if (change instanceof ChangeType type) {
      return type.column();
    }
    return change instanceof ModifyColumn modify ? modify.from() : ofSetting(change);
  }

  private static @Nullable String ofSetting(Change change) {
    if (change instanceof SetDefault set) {
      return set.column();
    }
    if (change instanceof SetNotNull set) {
      return set.column();
    }
    if (change instanceof DropNotNull drop) {
      return drop.column();
    }
    return change instanceof AlterColumn alter ? alter.column() : null;
  }
}
