package dev.lacuna.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A method that tells the bridge what it returns, and what it was called with, which it may have
 * overwritten meanwhile.
 */
final class AfterMethod extends AdvisedMethod {

  private final Label exit = new Label();
  private boolean returns;

  AfterMethod(Advice advice, Signature signature, MethodVisitor next) {
    super(advice, signature, next, keptArguments(advice, signature), signature.result().getSize());
  }

  private static List<Object> keptArguments(Advice advice, Signature signature) {
    List<Object> kept = new ArrayList<>();
    for (Operand operand : advice.operands()) {
      if (operand == Operand.FIRST || operand == Operand.SECOND) {
        kept.add(Signature.frameType(signature.arguments().get(kept.size())));
      }
    }
    return kept;
  }

  private int keptCount() {
    return keptArguments(advice, signature).size();
  }

  @Override
  int argumentSlot(int argument) {
    return own(argument);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    for (int i = 0; i < keptCount(); i++) {
      mv.visitVarInsn(Opcodes.ALOAD, signature.slot(i));
      mv.visitVarInsn(Opcodes.ASTORE, own(i));
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    returns = true;
    if (opcode != Opcodes.RETURN) {
      mv.visitVarInsn(signature.result().getOpcode(Opcodes.ISTORE), own(keptCount()));
    }
    mv.visitJumpInsn(Opcodes.GOTO, exit);
  }

  @Override
  public void visitMaxs(int stack, int locals) {
    if (returns) {
      mv.visitLabel(exit);
      boolean isVoid = signature.result().getSort() == Type.VOID;
      List<Object> known =
          isVoid ? exitLocals() : exitLocals(Signature.frameType(signature.result()));
      frame(known);
      guarded(known, () -> call(null));
      if (!isVoid) {
        mv.visitVarInsn(signature.result().getOpcode(Opcodes.ILOAD), own(keptCount()));
      }
      mv.visitInsn(signature.result().getOpcode(Opcodes.IRETURN));
    }
    super.visitMaxs(stack, locals);
  }
}
