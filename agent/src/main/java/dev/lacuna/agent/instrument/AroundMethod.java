package dev.lacuna.agent.instrument;

import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A method that tells the bridge when it begins, keeps what the bridge answers, and hands that back
 * when it returns or throws.
 */
final class AroundMethod extends AdvisedMethod {

  private static final String OBJECT = "java/lang/Object";
  private static final String THROWABLE = "java/lang/Throwable";
  private static final String EXIT = "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Throwable;)V";

  private final Label bodyStart = new Label();
  private final Label exit = new Label();
  private boolean returns;

  AroundMethod(Advice advice, Signature signature, MethodVisitor next) {
    super(advice, signature, next, List.of(OBJECT), Math.max(1, signature.result().getSize()));
  }

  private int begun() {
    return own(0);
  }

  private int scratch() {
    return own(1);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    mv.visitInsn(Opcodes.ACONST_NULL);
    mv.visitVarInsn(Opcodes.ASTORE, begun());
    guarded(bodyLocals(), this::begin);
    mv.visitLabel(bodyStart);
  }

  private void begin() {
    call(Type.getObjectType(OBJECT));
    mv.visitVarInsn(Opcodes.ASTORE, begun());
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    returns = true;
    if (opcode != Opcodes.RETURN) {
      mv.visitVarInsn(signature.result().getOpcode(Opcodes.ISTORE), scratch());
    }
    mv.visitJumpInsn(Opcodes.GOTO, exit);
  }

  @Override
  public void visitMaxs(int stack, int locals) {
    Label bodyEnd = new Label();
    Label thrown = new Label();
    mv.visitLabel(bodyEnd);
    if (returns) {
      exitByReturn();
    }
    // The last block of all, behind those of the method's own.
    mv.visitTryCatchBlock(bodyStart, bodyEnd, thrown, THROWABLE);
    mv.visitLabel(thrown);
    frame(exitLocals(), THROWABLE);
    mv.visitVarInsn(Opcodes.ASTORE, scratch());
    guarded(exitLocals(THROWABLE), () -> end(true));
    mv.visitVarInsn(Opcodes.ALOAD, scratch());
    mv.visitInsn(Opcodes.ATHROW);
    super.visitMaxs(stack, locals);
  }

  private void exitByReturn() {
    mv.visitLabel(exit);
    boolean isVoid = signature.result().getSort() == Type.VOID;
    List<Object> known =
        isVoid ? exitLocals() : exitLocals(Signature.frameType(signature.result()));
    frame(known);
    guarded(known, () -> end(false));
    if (!isVoid) {
      mv.visitVarInsn(signature.result().getOpcode(Opcodes.ILOAD), scratch());
    }
    mv.visitInsn(signature.result().getOpcode(Opcodes.IRETURN));
  }

  private void end(boolean byThrow) {
    mv.visitVarInsn(Opcodes.ALOAD, begun());
    if (signature.isStatic()) {
      mv.visitInsn(Opcodes.ACONST_NULL);
    } else {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
    }
    if (byThrow) {
      mv.visitVarInsn(Opcodes.ALOAD, scratch());
    } else {
      mv.visitInsn(Opcodes.ACONST_NULL);
    }
    bridge("exit", EXIT);
  }
}
