package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from; whoever takes one closes it. */
@FunctionalInterface
public interface Connections {

  /** A connection. */
  Connection get() throws SQLException;
}
