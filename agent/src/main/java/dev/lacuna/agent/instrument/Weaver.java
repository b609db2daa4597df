package dev.lacuna.agent.instrument;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.lacuna.agent.bridge.Observed;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.modifier.FieldManifestation;
import net.bytebuddy.description.modifier.FieldPersistence;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.FieldAccessor;
import net.bytebuddy.matcher.ElementMatcher.Junction;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Changes one class. The first use loads Byte Buddy, which takes a while. */
final class Weaver {

  private static final String STATE = "lacunaState";

  private static final ByteBuddy BYTE_BUDDY =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);

  private static final Junction<MethodDescription> RUNS =
      namedOneOf("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");

  private Weaver() {}

  /**
   * @param mayAddMembers false for a class that is loaded already, which can get no field
   */
  static byte[] weave(
      DriverClass type, @Nullable ClassLoader loader, byte[] bytes, boolean mayAddMembers) {
    String name = type.name().replace('/', '.');
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, bytes), ClassFileLocator.ForClassLoader.of(loader));
    TypeDescription description = TypePool.Default.of(locator).describe(name).resolve();
    DynamicType.Builder<?> builder = BYTE_BUDDY.redefine(description, locator);
    if (type.carriesState() && mayAddMembers) {
      builder = withState(builder);
    }
    return advise(builder, type.kind()).make().getBytes();
  }

  private static DynamicType.Builder<?> withState(DynamicType.Builder<?> builder) {
    return builder
        .defineField(
            STATE,
            Object.class,
            Visibility.PRIVATE,
            FieldPersistence.TRANSIENT,
            FieldManifestation.VOLATILE)
        .implement(Observed.class)
        .defineMethod(STATE, Object.class, Visibility.PUBLIC)
        .intercept(FieldAccessor.ofField(STATE))
        .defineMethod(STATE, void.class, Visibility.PUBLIC)
        .withParameters(Object.class)
        .intercept(FieldAccessor.ofField(STATE));
  }

  private static DynamicType.Builder<?> advise(
      DynamicType.Builder<?> builder, DriverClass.Kind kind) {
    return switch (kind) {
      case DRIVER -> adviseDriver(builder);
      case CONNECTION -> adviseConnection(builder);
      case STATEMENT -> adviseStatement(builder);
      case LACUNA_ATTEMPT ->
          builder.visit(
              Advice.to(LacunaAdvice.Send.class).on(named("with").and(takesArguments(1))));
      case LACUNA_PREPARATION ->
          builder.visit(
              Advice.to(LacunaAdvice.Send.class).on(named("prepare").and(takesArguments(1))));
      case LACUNA_RUNNER ->
          builder.visit(Advice.to(LacunaAdvice.Own.class).on(named("run").and(takesArguments(1))));
    };
  }

  private static DynamicType.Builder<?> adviseDriver(DynamicType.Builder<?> builder) {
    return builder
        .visit(
            Advice.to(ConnectAdvice.ByUrl.class)
                .on(named("connect").and(takesArguments(2)).and(not(isStatic()))))
        .visit(
            Advice.to(ConnectAdvice.ByConfiguration.class)
                .on(named("connect").and(takesArguments(1)).and(isStatic())));
  }

  private static DynamicType.Builder<?> adviseConnection(DynamicType.Builder<?> builder) {
    return builder
        .visit(
            Advice.to(ConnectionAdvice.Create.class).on(named("createStatement").and(isPublic())))
        .visit(
            Advice.to(ConnectionAdvice.Prepare.class)
                .on(
                    namedOneOf(
                            "prepareStatement",
                            "prepareCall",
                            "clientPrepareStatement",
                            "serverPrepareStatement")
                        .and(takesArgument(0, String.class))
                        .and(isPublic())))
        .visit(
            Advice.to(ConnectionAdvice.Change.class)
                .on(
                    namedOneOf("setSchema", "setCatalog")
                        .and(takesArguments(String.class))
                        .and(isPublic())));
  }

  private static DynamicType.Builder<?> adviseStatement(DynamicType.Builder<?> builder) {
    return builder
        .visit(
            Advice.to(StatementAdvice.RunText.class)
                .on(RUNS.and(takesArgument(0, String.class)).and(isPublic())))
        .visit(
            Advice.to(StatementAdvice.Batch.class)
                .on(named("addBatch").and(takesArguments(String.class)).and(isPublic())))
        .visit(
            Advice.to(StatementAdvice.RunPrepared.class)
                .on(
                    RUNS.or(namedOneOf("executeBatch", "executeLargeBatch"))
                        .and(takesArguments(0))
                        .and(isPublic())))
        .visit(
            Advice.to(StatementAdvice.Bind.class)
                .on(
                    nameStartsWith("set")
                        .and(takesArgument(0, int.class))
                        .and(not(takesArguments(1)))
                        .and(isPublic())));
  }
}
