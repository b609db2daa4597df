package dev.lacuna.jdbc;

import java.lang.reflect.Method;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM tells methods apart by. The return type counts: two interfaces may ask for the same
 * name and parameters with different ones, which Java's source cannot write but a class can hold.
 */
record Signature(String name, String descriptor) {

  static Signature of(Method method) {
    return new Signature(method.getName(), Type.getMethodDescriptor(method));
  }

  /**
   * By hand: the one that a record gets is linked through a method handle of the JDK's, which goes
   * on holding the class loader of the record that it was last linked for (JDK 17: {@code
   * java.lang.runtime.ObjectMethods}).
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signature that
        && name.equals(that.name)
        && descriptor.equals(that.descriptor);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + descriptor.hashCode();
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
