package dev.lacuna.jdbc;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The instructions of one generated instance method, in the words of Java. */
record Code(MethodVisitor visitor) {

  void loadThis() {
    visitor.visitVarInsn(Opcodes.ALOAD, 0);
  }

  void loadReference(int slot) {
    visitor.visitVarInsn(Opcodes.ALOAD, slot);
  }

  void loadInt(int slot) {
    visitor.visitVarInsn(Opcodes.ILOAD, slot);
  }

  void storeInt(int slot) {
    visitor.visitVarInsn(Opcodes.ISTORE, slot);
  }

  void loadConstant(ConstantDynamic constant) {
    visitor.visitLdcInsn(constant);
  }

  /** The first slot that no argument takes. */
  static int localsOf(Executable method) {
    int slots = 1;
    for (Class<?> type : method.getParameterTypes()) {
      slots += Type.getType(type).getSize();
    }
    return slots;
  }

  static Handle handleOf(Method staticMethod) {
    return new Handle(
        Opcodes.H_INVOKESTATIC,
        Type.getInternalName(staticMethod.getDeclaringClass()),
        staticMethod.getName(),
        Type.getMethodDescriptor(staticMethod),
        false);
  }

  /** Loads the arguments from the one at {@code first}, counted from 0, to the last. */
  void loadArguments(Executable method, int first) {
    int slot = 1;
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (i >= first) {
        load(types[i], slot);
      }
      slot += Type.getType(types[i]).getSize();
    }
  }

  private void load(Class<?> type, int slot) {
    visitor.visitVarInsn(Type.getType(type).getOpcode(Opcodes.ILOAD), slot);
  }

  /** Loads the same arguments in an {@code Object[]}, primitives boxed. */
  void loadArgumentsAsArray(Executable method, int first) {
    push(method.getParameterCount() - first);
    visitor.visitTypeInsn(Opcodes.ANEWARRAY, Type.getInternalName(Object.class));
    int slot = 1;
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (i >= first) {
        visitor.visitInsn(Opcodes.DUP);
        push(i - first);
        loadBoxed(types[i], slot);
        visitor.visitInsn(Opcodes.AASTORE);
      }
      slot += Type.getType(types[i]).getSize();
    }
  }

  private void loadBoxed(Class<?> type, int slot) {
    load(type, slot);
    if (type.isPrimitive()) {
      MethodType boxing =
          MethodType.methodType(MethodType.methodType(type).wrap().returnType(), type);
      visitor.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(boxing.returnType()),
          "valueOf",
          boxing.descriptorString(),
          false);
    }
  }

  private void push(int number) {
    visitor.visitIntInsn(Opcodes.BIPUSH, number);
  }

  void read(Field field) {
    visitor.visitFieldInsn(
        Opcodes.GETFIELD,
        Type.getInternalName(field.getDeclaringClass()),
        field.getName(),
        Type.getDescriptor(field.getType()));
  }

  void cast(Class<?> type) {
    if (!type.isInterface()) {
      visitor.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
    }
  }

  void invoke(Method method) {
    Class<?> owner = method.getDeclaringClass();
    visitor.visitMethodInsn(
        owner.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
        Type.getInternalName(owner),
        method.getName(),
        Type.getMethodDescriptor(method),
        owner.isInterface());
  }

  /** Calls a constructor whose receiver and arguments are on the stack. */
  void construct(String owner, Constructor<?> constructor) {
    visitor.visitMethodInsn(
        Opcodes.INVOKESPECIAL, owner, "<init>", Type.getConstructorDescriptor(constructor), false);
  }

  void newObject(String owner) {
    visitor.visitTypeInsn(Opcodes.NEW, owner);
    visitor.visitInsn(Opcodes.DUP);
  }

  /**
   * Takes the one way if the condition on the stack is true, else the other; each ends in a return,
   * and nothing else is on the stack.
   */
  void ifElse(Runnable one, Runnable other) {
    Label otherwise = new Label();
    visitor.visitJumpInsn(Opcodes.IFEQ, otherwise);
    one.run();
    visitor.visitLabel(otherwise);
    visitor.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    other.run();
  }

  void returns(Class<?> type) {
    visitor.visitInsn(Type.getType(type).getOpcode(Opcodes.IRETURN));
  }
}
