package dev.lacuna.agent.instrument;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Copies a class of a driver, its methods with {@link Advice}, and the field for what is known. */
final class AdvisedClass extends ClassVisitor {

  private static final String OBSERVED = "dev/lacuna/agent/bridge/Observed";
  private static final String STATE = "lacunaState";
  private static final String OBJECT = "Ljava/lang/Object;";

  private final DriverClass type;
  private final boolean carriesState;

  private AdvisedClass(DriverClass type, boolean carriesState, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.type = type;
    this.carriesState = carriesState;
  }

  /**
   * The class file of a class that calls the bridge.
   *
   * @param mayAddMembers false for a class that is loaded already, which can get no field
   */
  static byte[] of(DriverClass type, byte[] bytes, boolean mayAddMembers) {
    ClassReader reader = new ClassReader(bytes);
    // What is not touched is copied as it is.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new AdvisedClass(type, type.carriesState() && mayAddMembers, writer),
        ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String generic,
      String parent,
      String[] interfaces) {
    super.visit(
        version,
        access,
        name,
        generic,
        parent,
        carriesState ? withObserved(interfaces) : interfaces);
  }

  private static String[] withObserved(String[] interfaces) {
    String[] all = new String[interfaces.length + 1];
    System.arraycopy(interfaces, 0, all, 0, interfaces.length);
    all[interfaces.length] = OBSERVED;
    return all;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String generic,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, generic, exceptions);
    Signature signature = Signature.of(type.name(), access, name, descriptor);
    Advice advice = signature.hasCode() ? Advice.of(type.kind(), signature) : null;
    return advice == null ? next : advice.into(signature, next);
  }

  @Override
  public void visitEnd() {
    if (carriesState) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_VOLATILE;
      super.visitField(access | Opcodes.ACC_SYNTHETIC, STATE, OBJECT, null, null).visitEnd();
      getter();
      setter();
    }
    super.visitEnd();
  }

  private MethodVisitor stateMethod(String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor method = super.visitMethod(access, STATE, descriptor, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    return method;
  }

  private void getter() {
    MethodVisitor method = stateMethod("()" + OBJECT);
    method.visitFieldInsn(Opcodes.GETFIELD, type.name(), STATE, OBJECT);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 1);
    method.visitEnd();
  }

  private void setter() {
    MethodVisitor method = stateMethod("(" + OBJECT + ")V");
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitFieldInsn(Opcodes.PUTFIELD, type.name(), STATE, OBJECT);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(2, 2);
    method.visitEnd();
  }
}
