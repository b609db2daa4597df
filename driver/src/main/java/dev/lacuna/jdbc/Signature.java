package dev.lacuna.jdbc;

import java.lang.reflect.Method;
import net.bytebuddy.jar.asm.Type;

/**
 * What the JVM tells methods apart by. The return type counts: two interfaces may ask for the same
 * name and parameters with different ones, which Java's source cannot write but a class can hold.
 */
record Signature(String name, String descriptor) {

  static Signature of(Method method) {
    return new Signature(method.getName(), Type.getMethodDescriptor(method));
  }

  boolean isOfObject() {
    return switch (name + descriptor) {
      case "equals(Ljava/lang/Object;)Z",
          "hashCode()I",
          "toString()Ljava/lang/String;",
          "finalize()V" ->
          true;
      default -> false;
    };
  }
}
