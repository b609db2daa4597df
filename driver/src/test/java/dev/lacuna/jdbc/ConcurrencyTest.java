package dev.lacuna.jdbc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for anybody else's connection, nor for their own to cancel it. */
class ConcurrencyTest {

  private static final int THREADS = 24;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final CountDownLatch server = new CountDownLatch(1);

  @AfterEach
  void stop() {
    server.countDown();
    threads.shutdownNow();
  }

  @Test
  void connection_thatWaitsForItsServer_holdsUpNoOther() throws Exception {
    Connection stuck = connection(true);
    List<Future<?>> waiting =
        List.of(
            threads.submit(stuck::getMetaData),
            threads.submit(() -> stuck.createStatement().executeQuery("SELECT 1")),
            threads.submit(() -> stuck.prepareStatement("SELECT 1").executeQuery()),
            threads.submit(() -> stuck.prepareCall("{call f()}").execute()));
    Connection other = connection(false);

    Future<?> done =
        threads.submit(
            () -> {
              other.getMetaData();
              other.createStatement().executeQuery("SELECT 1").getStatement();
              other.prepareStatement("SELECT 1").executeQuery();
              other.prepareCall("{call f()}").execute();
              return null;
            });

    done.get(20, SECONDS);
    assertThat(waiting).noneMatch(Future::isDone);
  }

  @Test
  void cancel_fromAnotherThread_reachesAStatementThatRuns() throws Exception {
    Statement statement = connection(true).createStatement();
    Future<ResultSet> running = threads.submit(() -> statement.executeQuery("SELECT pg_sleep(60)"));

    threads.submit(() -> cancel(statement)).get(20, SECONDS);

    assertThat(running.get(20, SECONDS)).isNotNull();
  }

  private static Void cancel(Statement statement) throws Exception {
    statement.cancel();
    return null;
  }

  @Test
  void firstWrappers_ofManyThreads_areOfOneClass() throws Exception {
    Class<?>[] types = {Connection.class, Comparable.class};
    InvocationHandler none = (proxy, method, arguments) -> null;
    Connection raw = (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), types, none);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Class<?>>> classes = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Callable<Class<?>> wrapping =
          () -> {
            start.await();
            return LacunaConnection.wrap(Session.TRANSPARENT, raw).getClass();
          };
      classes.add(threads.submit(wrapping));
    }
    start.countDown();

    Set<Class<?>> seen =
        classes.stream().map(ConcurrencyTest::result).collect(Collectors.toUnmodifiableSet());

    assertThat(seen).hasSize(1);
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get(60, SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A driver of proxies; where it is stuck, what needs the server waits until it is cancelled. */
  private Connection connection(boolean stuck) {
    return LacunaConnection.wrap(Session.TRANSPARENT, stub(Connection.class, stuck));
  }

  private <T> T stub(Class<T> jdbc, boolean stuck) {
    Set<String> asking = Set.of("getMetaData", "executeQuery", "execute", "prepareCall");
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("cancel")) {
            server.countDown();
          }
          if (stuck && asking.contains(method.getName())) {
            server.await();
          }
          if (method.getReturnType() == boolean.class) {
            return true;
          }
          return method.getReturnType().isInterface() ? stub(method.getReturnType(), stuck) : null;
        };
    return jdbc.cast(
        Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {jdbc}, handler));
  }

  @Test
  void preparedStatements_ofOneConnection_haveTheirOwnResultSets() throws Exception {
    Connection connection = connection(false);
    PreparedStatement one = connection.prepareStatement("SELECT 1");
    PreparedStatement other = connection.prepareStatement("SELECT 1");

    assertThat(one.executeQuery().getStatement()).isSameAs(one);
    assertThat(other.executeQuery().getStatement()).isSameAs(other);
  }
}
