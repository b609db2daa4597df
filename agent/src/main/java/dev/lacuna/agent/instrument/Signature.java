package dev.lacuna.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A method of a class that is changed.
 *
 * @param owner the class, with slashes
 */
record Signature(String owner, int access, String name, List<Type> arguments, Type result) {

  static Signature of(String owner, int access, String name, String descriptor) {
    return new Signature(
        owner,
        access,
        name,
        List.of(Type.getArgumentTypes(descriptor)),
        Type.getReturnType(descriptor));
  }

  boolean is(String other) {
    return name.equals(other);
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  /** Whether it does anything itself: is neither abstract nor the compiler's way to another. */
  boolean hasCode() {
    return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) == 0;
  }

  boolean takes(int count) {
    return arguments.size() == count;
  }

  boolean takesTextFirst() {
    return !arguments.isEmpty() && arguments.get(0).getClassName().equals("java.lang.String");
  }

  boolean isSetterByIndex() {
    return name.startsWith("set") && arguments.size() > 1 && arguments.get(0).getSort() == Type.INT;
  }

  /** The local variable of an argument. */
  int slot(int argument) {
    int slot = isStatic() ? 0 : 1;
    for (int i = 0; i < argument; i++) {
      slot += arguments.get(i).getSize();
    }
    return slot;
  }

  /** The first local variable behind the arguments. */
  int free() {
    return slot(arguments.size());
  }

  /** The local variables at the method's begin, as frames have them. */
  List<Object> locals() {
    List<Object> locals = new ArrayList<>();
    if (!isStatic()) {
      locals.add(owner);
    }
    for (Type argument : arguments) {
      locals.add(frameType(argument));
    }
    return locals;
  }

  /** Those of which nothing is known but the object, as the method may have used them anew. */
  List<Object> usedLocals() {
    List<Object> locals = new ArrayList<>();
    if (!isStatic()) {
      locals.add(owner);
    }
    while (locals.size() < free()) {
      locals.add(Opcodes.TOP);
    }
    return locals;
  }

  /** The types' names as {@link Class#getName} has them. */
  String types() {
    StringBuilder types = new StringBuilder("(");
    for (Type argument : arguments) {
      types
          .append(types.length() == 1 ? "" : ",")
          .append(
              argument.getSort() == Type.ARRAY
                  ? argument.getDescriptor().replace('/', '.')
                  : argument.getClassName());
    }
    return types.append(')').toString();
  }

  /** A type as frames have it. */
  static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
      case Type.LONG -> Opcodes.LONG;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      default -> type.getInternalName();
    };
  }
}
