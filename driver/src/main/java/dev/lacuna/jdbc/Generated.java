package dev.lacuna.jdbc;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wrapper class for one class of a driver, and what makes its instances.
 *
 * @param wrapper extends the base class and has the public interfaces of the driver's class
 */
record Generated(Class<?> wrapper, Maker maker) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Generates, each time anew; {@link WrapperFactory} sees to it that it is done once. */
  static Generated of(BaseClass base, Class<?> delegate) {
    Surface surface = Surface.of(delegate);
    Home home = Home.of(delegate, surface);
    String name = nameFor(base, delegate);
    String makerName = name + "$Maker";
    try {
      Class<?> wrapper =
          home.define(name, WrapperClass.ofWrapper(name, base, surface.keeping(home::sees)));
      Class<?> factory =
          home.define(makerName, WrapperClass.ofMaker(makerName, name, base.constructor()));
      Maker maker = (Maker) factory.getConstructor().newInstance();
      home.keep(maker);
      return new Generated(wrapper, maker);
    } catch (ReflectiveOperationException | LinkageError impossible) {
      throw new IllegalStateException("Cannot wrap " + delegate + " in " + base.type(), impossible);
    }
  }

  /** Two loaders may have classes of one name, hence the number. */
  private static String nameFor(BaseClass base, Class<?> delegate) {
    String simpleName = delegate.getSimpleName().replaceAll("\\W", "");
    return base.type().getName() + "$" + simpleName + "$" + COUNT.incrementAndGet();
  }
}
