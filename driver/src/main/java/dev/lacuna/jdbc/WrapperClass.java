package dev.lacuna.jdbc;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the classes that complete a base class for one class of a driver.
 *
 * <p>They are written with the class writer that Byte Buddy brings along, not with its {@code
 * DynamicType.Builder}, which takes ten times as long on a cold JVM: see {@code
 * docs/decisions/generated-wrappers.md}.
 */
final class WrapperClass {

  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  private WrapperClass(String name, Class<?> superclass, List<Class<?>> interfaces) {
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        internal(name),
        null,
        Type.getInternalName(superclass),
        interfaces.stream().map(Type::getInternalName).toArray(String[]::new));
  }

  /** The class that extends the base class and has all the interfaces of the driver's class. */
  static byte[] ofWrapper(String name, BaseClass base, Surface surface) {
    WrapperClass type = new WrapperClass(name, base.type(), surface.interfaces());
    type.addConstructor(base.constructor());
    base.open(surface.methods())
        .forEach(method -> type.addMethod(method, MethodBody.of(base, method)));
    return type.bytes();
  }

  /** The {@link Maker} of a wrapper class. */
  static byte[] ofMaker(String name, String wrapper, Constructor<?> constructor) {
    WrapperClass type = new WrapperClass(name, Object.class, List.of(Maker.class));
    type.addConstructor(Object.class.getConstructors()[0]);
    type.addMethod(Methods.named(Maker.class, "make"), new Make(internal(wrapper), constructor));
    return type.bytes();
  }

  private static String internal(String className) {
    return className.replace('.', '/');
  }

  private void addConstructor(Constructor<?> inherited) {
    write(
        "<init>",
        Type.getConstructorDescriptor(inherited),
        code -> {
          code.loadThis();
          code.loadArguments(inherited, 0);
          code.construct(Type.getInternalName(inherited.getDeclaringClass()), inherited);
          code.returns(void.class);
        });
  }

  private void addMethod(Method method, MethodBody body) {
    write(method.getName(), Type.getMethodDescriptor(method), code -> body.write(code, method));
  }

  private void write(String name, String descriptor, Consumer<Code> body) {
    MethodVisitor visitor = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    visitor.visitCode();
    body.accept(new Code(visitor));
    visitor.visitMaxs(0, 0);
    visitor.visitEnd();
  }

  private byte[] bytes() {
    writer.visitEnd();
    return writer.toByteArray();
  }
}
