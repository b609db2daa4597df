package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.Test;
import vendor.Vendor;

/** Lacuna and the driver in one class loader, in two, and what is left when one of them goes. */
class ClassLoadersTest {

  private static final String VENDOR = Vendor.class.getName();

  @Test
  void driverInOurLoader_isWrappedInOurPackage() throws Exception {
    Connection wrapper = wrap(connectionIn(Vendor.class));

    assertThat(wrapper.getClass().getClassLoader())
        .isSameAs(LacunaConnection.class.getClassLoader());
    assertThat(versionOf(wrapper)).isEqualTo("18");
  }

  @Test
  void driverInAChildLoader_isWrappedWithItsInterfaces() throws Exception {
    Class<?> vendor = ClassLoaders.childFirst(VENDOR::equals).loadClass(VENDOR);
    Connection wrapper = wrap(connectionIn(vendor));

    assertThat(vendor).isNotSameAs(Vendor.class);
    assertThat(vendor.isInstance(wrapper)).isTrue();
    assertThat(wrapper).isNotInstanceOf(Vendor.class);
    assertThat(versionOf(wrapper)).isEqualTo("18");
  }

  @Test
  void driverInAnUnrelatedLoader_isWrappedWithItsInterfaces() throws Exception {
    Class<?> vendor = ClassLoaders.isolated(VENDOR::equals).loadClass(VENDOR);
    Connection wrapper = wrap(connectionIn(vendor));

    assertThat(vendor.isInstance(wrapper)).isTrue();
    assertThat(versionOf(wrapper)).isEqualTo("18");
    assertThat(wrapper.createStatement()).isNull();
  }

  @Test
  void sameDriver_inTwoLoaders_hasTwoWrapperClasses() throws Exception {
    Connection one = wrap(connectionIn(ClassLoaders.isolated(VENDOR::equals).loadClass(VENDOR)));
    Connection other = wrap(connectionIn(ClassLoaders.isolated(VENDOR::equals).loadClass(VENDOR)));

    assertThat(versionOf(one)).isEqualTo(versionOf(other));
    assertThat(one.getClass()).isNotSameAs(other.getClass());
  }

  @Test
  void wrappersOfOneDriver_shareABridge() throws Exception {
    Class<?> vendor = ClassLoaders.isolated(VENDOR::equals).loadClass(VENDOR);

    Connection one = wrap(proxyIn(vendor, Connection.class));
    Connection other = wrap(proxyIn(Connection.class, vendor));

    assertThat(one.getClass()).isNotSameAs(other.getClass());
    assertThat(one.getClass().getClassLoader()).isSameAs(other.getClass().getClassLoader());
  }

  @Test
  void dynamicProxy_isWrappedAsWell() throws Exception {
    assertThat(versionOf(wrap(proxyIn(Connection.class, Vendor.class)))).isEqualTo("18");
  }

  @Test
  void driversLoader_isFreeWhenItsLastConnectionIsGone() throws Exception {
    WeakReference<ClassLoader> loader = usedAndForgotten();

    assertThat(isFreed(loader)).isTrue();
  }

  private static WeakReference<ClassLoader> usedAndForgotten() throws Exception {
    Class<?> vendor = ClassLoaders.isolated(VENDOR::equals).loadClass(VENDOR);
    assertThat(versionOf(wrap(connectionIn(vendor)))).isEqualTo("18");
    return new WeakReference<>(vendor.getClassLoader());
  }

  @Test
  void ourOwnLoader_isFreeThoughTheDriverStays() throws Exception {
    Connection raw = connectionIn(Vendor.class);
    WeakReference<ClassLoader> ours = lacunaOfItsOwn(raw);

    assertThat(isFreed(ours)).isTrue();
    assertThat(versionOf(raw)).isEqualTo("18");
  }

  /** A second Lacuna, as in a web application, wraps a driver that it shares with others. */
  private static WeakReference<ClassLoader> lacunaOfItsOwn(Connection raw) throws Exception {
    ClassLoader loader =
        ClassLoaders.childFirst(
            name -> name.startsWith("dev.lacuna.jdbc.") && !name.contains("Test"));
    Class<?> connections = loader.loadClass(LacunaConnection.class.getName());
    Class<?> sessions = loader.loadClass(Session.class.getName());
    Object transparent = sessions.getField("TRANSPARENT").get(null);
    Object wrapper =
        connections.getMethod("wrap", sessions, Connection.class).invoke(null, transparent, raw);

    assertThat(wrapper).isNotInstanceOf(LacunaConnection.class).isInstanceOf(Vendor.class);
    assertThat(wrapper.getClass().getClassLoader()).isSameAs(loader);
    assertThat(versionOf(wrapper)).isEqualTo("18");
    return new WeakReference<>(loader);
  }

  private static Connection wrap(Connection raw) {
    return LacunaConnection.wrap(Session.TRANSPARENT, raw);
  }

  private static Object versionOf(Object connection) throws ReflectiveOperationException {
    for (Class<?> type : connection.getClass().getInterfaces()) {
      if (type.getName().equals(VENDOR)) {
        Method version = type.getMethod("version");
        return version.invoke(connection);
      }
    }
    throw new AssertionError("no vendor's interface: " + connection.getClass());
  }

  /** A driver's class that lives where its interface does. */
  private static Connection connectionIn(Class<?> vendor) throws ReflectiveOperationException {
    return (Connection)
        new ByteBuddy()
            .subclass(Object.class)
            .implement(Connection.class, vendor)
            .method(ElementMatchers.named("version"))
            .intercept(FixedValue.value("18"))
            .method(ElementMatchers.named("createStatement"))
            .intercept(FixedValue.nullValue())
            .make()
            .load(vendor.getClassLoader())
            .getLoaded()
            .getConstructor()
            .newInstance();
  }

  private static Connection proxyIn(Class<?>... types) {
    ClassLoader loader =
        Stream.of(types)
            .filter(type -> type != Connection.class)
            .findFirst()
            .orElseThrow()
            .getClassLoader();
    InvocationHandler handler = (proxy, method, arguments) -> "18";
    return (Connection) Proxy.newProxyInstance(loader, types, handler);
  }

  private static boolean isFreed(WeakReference<?> reference) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (reference.get() != null && Instant.now().isBefore(deadline)) {
      System.gc();
      Thread.sleep(20);
    }
    return reference.get() == null;
  }
}
