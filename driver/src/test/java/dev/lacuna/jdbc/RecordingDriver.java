package dev.lacuna.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** A driver whose objects write down what they are called with, and return what they are told. */
final class RecordingDriver {

  private static final Map<List<Class<?>>, Class<?>> CLASSES = new ConcurrentHashMap<>();

  private final List<Call> calls = new ArrayList<>();
  private final Map<Answer, @Nullable Object> answers = new HashMap<>();

  /** One call that reached the driver. */
  record Call(Object target, Signature method, List<@Nullable Object> arguments) {}

  private record Answer(int target, String method) {}

  private record Thrown(Throwable exception) {}

  /** What a stub class has, beside the driver's interfaces. */
  @SuppressWarnings("unused") // read by the generated classes
  public abstract static class Stub {
    public @Nullable InvocationHandler handler;
  }

  /** A real class of the driver's, with a method for each of the interfaces'. */
  <T> T stub(Class<T> jdbc, Class<?>... more) {
    List<Class<?>> types = new ArrayList<>(List.of(more));
    types.add(0, jdbc);
    try {
      Stub stub =
          (Stub)
              CLASSES
                  .computeIfAbsent(types, RecordingDriver::define)
                  .getConstructor()
                  .newInstance();
      stub.handler = this::record;
      return jdbc.cast(stub);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> define(List<Class<?>> types) {
    return new ByteBuddy()
        .subclass(Stub.class)
        .implement(types.toArray(Class<?>[]::new))
        .name("stub." + types.get(0).getSimpleName() + "Stub" + CLASSES.size())
        .modifiers(Visibility.PUBLIC)
        .method(not(isDeclaredBy(Object.class)))
        .intercept(InvocationHandlerAdapter.toField("handler"))
        .make()
        .load(Stub.class.getClassLoader())
        .getLoaded();
  }

  RecordingDriver answering(Object target, String method, @Nullable Object value) {
    answers.put(new Answer(System.identityHashCode(target), method), value);
    return this;
  }

  RecordingDriver throwing(Object target, String method, Throwable exception) {
    return answering(target, method, new Thrown(exception));
  }

  /** What the last call returned, or will return if it is asked again. */
  @Nullable Object answerTo(Object target, Method method) {
    return answers.computeIfAbsent(
        new Answer(System.identityHashCode(target), method.getName()),
        ignored -> Samples.of(method.getReturnType(), this));
  }

  private @Nullable Object record(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    calls.add(
        new Call(
            target,
            Signature.of(method),
            arguments == null ? List.of() : Arrays.asList(arguments)));
    Answer answer = new Answer(System.identityHashCode(target), method.getName());
    Object value = answers.containsKey(answer) ? answers.get(answer) : answerTo(target, method);
    if (value instanceof Thrown thrown) {
      throw thrown.exception();
    }
    return value;
  }

  List<Call> calls() {
    return calls;
  }

  List<String> methodsCalled() {
    return calls.stream().map(call -> call.method().name()).toList();
  }

  RecordingDriver forgettingCalls() {
    calls.clear();
    return this;
  }

  static Object nonNull(@Nullable Object value) {
    return Objects.requireNonNull(value);
  }
}
