package dev.lacuna.jdbc;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
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

  /** Loads the arguments from the one at {@code first}, counted from 0, to the last. */
  void loadArguments(Executable method, int first) {
    int slot = 1;
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      Type type = Type.getType(types[i]);
      if (i >= first) {
        visitor.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      }
      slot += type.getSize();
    }
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

  void returns(Class<?> type) {
    visitor.visitInsn(Type.getType(type).getOpcode(Opcodes.IRETURN));
  }
}
