package dev.lacuna;

import java.util.Collections;
import java.util.Hashtable;
import java.util.Map;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.NamingException;
import javax.naming.RefAddr;
import javax.naming.Reference;
import javax.naming.Referenceable;
import javax.naming.StringRefAddr;
import javax.naming.spi.NamingManager;
import javax.naming.spi.ObjectFactory;
import javax.sql.CommonDataSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes Lacuna's data sources from the references that JNDI keeps.
 *
 * <p>A reference has the options under their names, and behind {@code inner.} the reference of the
 * data source inside: {@code inner.class}, {@code inner.factory}, and each of its addresses. It
 * holds text only, so that nothing is deserialised.
 */
public final class LacunaDataSourceFactory implements ObjectFactory {

  private static final String INNER = "inner.";
  private static final String INNER_CLASS = "inner.class";
  private static final String INNER_FACTORY = "inner.factory";

  /** For JNDI. */
  public LacunaDataSourceFactory() {}

  static Reference referenceTo(Class<?> type, CommonDataSource inner, Map<String, String> options)
      throws NamingException {
    if (!(inner instanceof Referenceable referenceable)) {
      throw new NamingException(
          inner.getClass().getName() + " has no JNDI reference, and so neither has " + type);
    }
    Reference own = new Reference(type.getName(), LacunaDataSourceFactory.class.getName(), null);
    options.forEach((name, value) -> own.add(new StringRefAddr(name, value)));
    Reference reference = referenceable.getReference();
    own.add(new StringRefAddr(INNER_CLASS, reference.getClassName()));
    own.add(new StringRefAddr(INNER_FACTORY, reference.getFactoryClassName()));
    for (RefAddr address : Collections.list(reference.getAll())) {
      if (!(address instanceof StringRefAddr)) {
        throw new NamingException(
            "The JNDI reference of " + reference.getClassName() + " holds more than text");
      }
      own.add(new StringRefAddr(INNER + ":" + address.getType(), (String) address.getContent()));
    }
    return own;
  }

  /**
   * The data source of a reference.
   *
   * @return null if the reference is not to one of Lacuna's
   * @throws NamingException if the data source inside cannot be made
   */
  @Override
  public @Nullable Object getObjectInstance(
      Object object, Name name, Context context, Hashtable<?, ?> environment) throws Exception {
    if (!(object instanceof Reference reference)) {
      return null;
    }
    Kind<?> kind = Kind.BY_CLASS.get(reference.getClassName());
    if (kind == null) {
      return null;
    }
    Reference inner = innerOf(reference);
    Object made = NamingManager.getObjectInstance(inner, name, context, environment);
    return kind.around(made, optionsOf(reference));
  }

  private static Reference innerOf(Reference reference) throws NamingException {
    Reference inner =
        new Reference(text(reference, INNER_CLASS), text(reference, INNER_FACTORY), null);
    for (RefAddr address : Collections.list(reference.getAll())) {
      if (address.getType().startsWith(INNER + ":")) {
        String type = address.getType().substring(INNER.length() + 1);
        inner.add(new StringRefAddr(type, (String) address.getContent()));
      }
    }
    return inner;
  }

  private static String text(Reference reference, String type) throws NamingException {
    RefAddr address = reference.get(type);
    if (address == null) {
      throw new NamingException("The reference to a data source of Lacuna lacks " + type);
    }
    return (String) address.getContent();
  }

  private static Properties optionsOf(Reference reference) {
    Properties options = new Properties();
    for (RefAddr address : Collections.list(reference.getAll())) {
      if (!address.getType().startsWith(INNER)) {
        options.setProperty(address.getType(), (String) address.getContent());
      }
    }
    return options;
  }

  /** A kind of data source, and how one of Lacuna's is put around it. */
  private record Kind<D>(Class<D> type, Maker<D> maker) {

    private interface Maker<D> {
      Object around(D inner, Properties options);
    }

    static final Map<String, Kind<?>> BY_CLASS =
        Map.of(
            LacunaDataSource.class.getName(),
            new Kind<>(DataSource.class, LacunaDataSource::new),
            LacunaConnectionPoolDataSource.class.getName(),
            new Kind<>(ConnectionPoolDataSource.class, LacunaConnectionPoolDataSource::new),
            LacunaXADataSource.class.getName(),
            new Kind<>(XADataSource.class, LacunaXADataSource::new));

    Object around(Object inner, Properties options) throws NamingException {
      if (!type.isInstance(inner)) {
        throw new NamingException(inner.getClass().getName() + " is no " + type.getName());
      }
      return maker.around(type.cast(inner), options);
    }
  }
}
