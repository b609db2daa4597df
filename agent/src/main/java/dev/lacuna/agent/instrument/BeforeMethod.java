package dev.lacuna.agent.instrument;

import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A method that tells the bridge of its arguments before it does anything. */
final class BeforeMethod extends AdvisedMethod {

  BeforeMethod(Advice advice, Signature signature, MethodVisitor next) {
    super(advice, signature, next, List.of(), 0);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    guarded(bodyLocals(), advice == Advice.BIND ? this::callIfWanted : () -> call(null));
  }

  /** The array of arguments is made only where the values are wanted. */
  private void callIfWanted() {
    Label unwanted = new Label();
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    bridge("wants", "(Ljava/lang/Object;)Z");
    mv.visitJumpInsn(Opcodes.IFEQ, unwanted);
    call(null);
    mv.visitLabel(unwanted);
    frame(bodyLocals());
    mv.visitInsn(Opcodes.NOP);
  }
}
