package dev.lacuna.agent.instrument;

import static dev.lacuna.agent.instrument.Operand.ARGUMENTS;
import static dev.lacuna.agent.instrument.Operand.FIRST;
import static dev.lacuna.agent.instrument.Operand.NAME;
import static dev.lacuna.agent.instrument.Operand.NONE;
import static dev.lacuna.agent.instrument.Operand.RESULT;
import static dev.lacuna.agent.instrument.Operand.SECOND;
import static dev.lacuna.agent.instrument.Operand.THIS;
import static dev.lacuna.agent.instrument.Operand.TYPES;

import net.bytebuddy.jar.asm.MethodVisitor;
import org.jspecify.annotations.Nullable;

/**
 * What a method of a driver calls besides what it does: one method of the bridge, when, of what.
 */
enum Advice {
  CONNECT(When.AFTER, "connected", THIS, FIRST, SECOND, RESULT),
  /** MariaDB's data sources come this way. */
  CONNECT_BY_CONFIGURATION(When.AFTER, "connected", NONE, FIRST, NONE, RESULT),
  CREATE(When.AFTER, "created", THIS, RESULT, NONE),
  PREPARE(When.AFTER, "created", THIS, RESULT, FIRST),
  CHANGE(When.AFTER, "changed", THIS, NAME, FIRST),
  RUN_TEXT(When.AROUND, "enter", THIS, FIRST),
  RUN_PREPARED(When.AROUND, "enter", THIS, NONE),
  BATCH(When.BEFORE, "batched", THIS, FIRST),
  BIND(When.BEFORE, "bound", THIS, NAME, TYPES, ARGUMENTS),
  /** What Lacuna's driver sends is observed under the application's own text … */
  SEND(When.AROUND, "send", THIS, FIRST),
  /** … and what it asks for itself not at all. */
  OWN(When.AROUND, "send", NONE, NONE);

  private enum When {
    BEFORE,
    AFTER,
    AROUND
  }

  private final When when;
  private final String method;

  /** Changed by no one. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Operand[] operands;

  Advice(When when, String method, Operand... operands) {
    this.when = when;
    this.method = method;
    this.operands = operands;
  }

  /** The method of the bridge. */
  String method() {
    return method;
  }

  Operand[] operands() {
    return operands;
  }

  /** Passes a method on, with this put into it. */
  MethodVisitor into(Signature signature, MethodVisitor next) {
    return switch (when) {
      case BEFORE -> new BeforeMethod(this, signature, next);
      case AFTER -> new AfterMethod(this, signature, next);
      case AROUND -> new AroundMethod(this, signature, next);
    };
  }

  /** What a method of such a class gets; null where it is nothing. */
  static @Nullable Advice of(DriverClass.Kind kind, Signature method) {
    return switch (kind) {
      case DRIVER -> ofDriver(method);
      case CONNECTION -> ofConnection(method);
      case STATEMENT -> ofStatement(method);
      case LACUNA_ATTEMPT -> method.is("with") && method.takes(1) ? SEND : null;
      case LACUNA_PREPARATION -> method.is("prepare") && method.takes(1) ? SEND : null;
      case LACUNA_RUNNER -> method.is("run") && method.takes(1) ? OWN : null;
    };
  }

  private static @Nullable Advice ofDriver(Signature method) {
    if (!method.is("connect")) {
      return null;
    }
    if (method.isStatic()) {
      return method.takes(1) ? CONNECT_BY_CONFIGURATION : null;
    }
    return method.takes(2) ? CONNECT : null;
  }

  private static @Nullable Advice ofConnection(Signature method) {
    if (!method.isPublic()) {
      return null;
    }
    return switch (method.name()) {
      case "createStatement" -> CREATE;
      case "prepareStatement", "prepareCall" -> method.takesTextFirst() ? PREPARE : null;
      // The drivers' own, which Lacuna's driver calls: Connector/J's, and MariaDB's.
      case "clientPrepareStatement", "serverPrepareStatement", "prepareInternal" ->
          method.takesTextFirst() ? PREPARE : null;
      case "setSchema", "setCatalog" -> method.takesTextFirst() && method.takes(1) ? CHANGE : null;
      default -> null;
    };
  }

  private static @Nullable Advice ofStatement(Signature method) {
    if (!method.isPublic()) {
      return null;
    }
    return switch (method.name()) {
      case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> {
        Advice prepared = method.takes(0) ? RUN_PREPARED : null;
        yield method.takesTextFirst() ? RUN_TEXT : prepared;
      }
      case "executeBatch", "executeLargeBatch" -> method.takes(0) ? RUN_PREPARED : null;
      case "addBatch" -> method.takesTextFirst() && method.takes(1) ? BATCH : null;
      default -> method.isSetterByIndex() ? BIND : null;
    };
  }
}
