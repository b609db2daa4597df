package dev.lacuna.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Copies a method and makes room for a few local variables of the agent's right behind the
 * arguments, so that their places are known from the start; the method's own move up.
 *
 * <p>Each call of the bridge stands in a try block of its own: a class loader that does not see the
 * bridge costs an observation, not the application's call.
 *
 * <p>Frames are written as the class file has them, none is computed: that would load classes.
 */
abstract class AdvisedMethod extends MethodVisitor {

  private static final String BRIDGE = "dev/lacuna/agent/bridge/Bridge";
  private static final String THROWABLE = "java/lang/Throwable";
  private static final int STACK = 10;

  final Advice advice;
  final Signature signature;

  /** What is in the agent's variables throughout the method, as frames have it. */
  private final List<Object> kept;

  private final int room;

  /**
   * @param scratch how many variables more it uses where the method is left
   */
  AdvisedMethod(
      Advice advice, Signature signature, MethodVisitor next, List<Object> kept, int scratch) {
    super(Opcodes.ASM9, next);
    this.advice = advice;
    this.signature = signature;
    this.kept = kept;
    this.room = kept.size() + scratch;
  }

  /** One of the agent's own variables; those behind the kept ones are scratch. */
  final int own(int index) {
    return signature.free() + index;
  }

  /** The variables where the method goes on, in its body. */
  final List<Object> bodyLocals() {
    List<Object> locals = signature.locals();
    locals.addAll(kept);
    return locals;
  }

  /** The variables where it is left. */
  final List<Object> exitLocals(Object... scratch) {
    List<Object> locals = signature.usedLocals();
    locals.addAll(kept);
    locals.addAll(List.of(scratch));
    return locals;
  }

  /** Runs code which may fail, and goes on behind it with nothing on the stack. */
  final void guarded(List<Object> locals, Runnable code) {
    Label start = new Label();
    Label end = new Label();
    Label fault = new Label();
    Label on = new Label();
    mv.visitTryCatchBlock(start, end, fault, THROWABLE);
    mv.visitLabel(start);
    code.run();
    mv.visitLabel(end);
    mv.visitJumpInsn(Opcodes.GOTO, on);
    mv.visitLabel(fault);
    frame(locals, THROWABLE);
    mv.visitInsn(Opcodes.POP);
    mv.visitLabel(on);
    frame(locals);
    // The method's own next frame may not be at the same place.
    mv.visitInsn(Opcodes.NOP);
  }

  final void frame(List<Object> locals, Object... stack) {
    mv.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.length, stack);
  }

  final void bridge(String method, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, method, descriptor, false);
  }

  /** Calls the advice's method of the bridge. */
  final void call(@Nullable Type returned) {
    StringBuilder descriptor = new StringBuilder("(");
    for (Operand operand : advice.operands()) {
      push(operand);
      descriptor.append(operand.descriptor());
    }
    bridge(
        advice.method(),
        descriptor
            .append(')')
            .append(returned == null ? "V" : returned.getDescriptor())
            .toString());
  }

  private void push(Operand operand) {
    switch (operand) {
      case NONE -> mv.visitInsn(Opcodes.ACONST_NULL);
      case THIS -> mv.visitVarInsn(Opcodes.ALOAD, 0);
      case FIRST -> mv.visitVarInsn(Opcodes.ALOAD, argumentSlot(0));
      case SECOND -> mv.visitVarInsn(Opcodes.ALOAD, argumentSlot(1));
      case RESULT -> mv.visitVarInsn(Opcodes.ALOAD, own(kept.size()));
      case NAME -> mv.visitLdcInsn(signature.name());
      case TYPES -> mv.visitLdcInsn(signature.types());
      case ARGUMENTS -> pushArguments();
    }
  }

  /** Where an argument is as it came. */
  int argumentSlot(int argument) {
    return signature.slot(argument);
  }

  private void pushArguments() {
    List<Type> arguments = signature.arguments();
    mv.visitIntInsn(Opcodes.BIPUSH, arguments.size());
    mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    for (int i = 0; i < arguments.size(); i++) {
      mv.visitInsn(Opcodes.DUP);
      mv.visitIntInsn(Opcodes.BIPUSH, i);
      mv.visitVarInsn(arguments.get(i).getOpcode(Opcodes.ILOAD), signature.slot(i));
      box(arguments.get(i));
      mv.visitInsn(Opcodes.AASTORE);
    }
  }

  private void box(Type type) {
    String box =
        switch (type.getSort()) {
          case Type.BOOLEAN -> "java/lang/Boolean";
          case Type.BYTE -> "java/lang/Byte";
          case Type.CHAR -> "java/lang/Character";
          case Type.SHORT -> "java/lang/Short";
          case Type.INT -> "java/lang/Integer";
          case Type.LONG -> "java/lang/Long";
          case Type.FLOAT -> "java/lang/Float";
          case Type.DOUBLE -> "java/lang/Double";
          default -> null;
        };
    if (box != null) {
      String descriptor = "(" + type.getDescriptor() + ")L" + box + ";";
      mv.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
    }
  }

  private int moved(int variable) {
    return variable < signature.free() ? variable : variable + room;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, moved(variable));
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    super.visitIincInsn(moved(variable), increment);
  }

  @Override
  public void visitLocalVariable(
      String name,
      String descriptor,
      @Nullable String generic,
      Label start,
      Label end,
      int variable) {
    super.visitLocalVariable(name, descriptor, generic, start, end, moved(variable));
  }

  /** The frames come expanded. */
  @Override
  public void visitFrame(int type, int count, Object[] locals, int stackSize, Object[] stack) {
    List<Object> all = new ArrayList<>();
    int slot = 0;
    int next = 0;
    for (; next < count && slot < signature.free(); next++) {
      all.add(locals[next]);
      slot += locals[next].equals(Opcodes.LONG) || locals[next].equals(Opcodes.DOUBLE) ? 2 : 1;
    }
    for (; slot < signature.free(); slot++) {
      all.add(Opcodes.TOP);
    }
    all.addAll(kept);
    for (int i = kept.size(); i < room; i++) {
      all.add(Opcodes.TOP);
    }
    for (; next < count; next++) {
      all.add(locals[next]);
    }
    super.visitFrame(type, all.size(), all.toArray(), stackSize, stack);
  }

  @Override
  public void visitMaxs(int stack, int locals) {
    super.visitMaxs(Math.max(stack, STACK), locals + room);
  }
}
