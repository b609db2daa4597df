package vendor;

/** A driver's own interface, beside JDBC's. */
@FunctionalInterface
public interface Vendor {
  String version();
}
