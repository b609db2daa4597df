package dev.lacuna.config;

import java.sql.SQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * A connect that fails because of what the user has configured: an option, or a declaration that an
 * option leads to.
 *
 * <p>The message says on three lines what happened, why, and what to do instead. What looks like a
 * credential is masked in it.
 *
 * <p>The SQLState is 08001, "SQL client unable to establish SQL connection": a connect is what
 * fails, and nothing has reached the server. The class says that trying again does not help, which
 * the state alone leaves open.
 */
public final class ConfigurationException extends SQLNonTransientConnectionException {

  private static final long serialVersionUID = 1L;
  private static final String UNABLE_TO_ESTABLISH_CONNECTION = "08001";

  /** Tells {@code what} happened, {@code why} that is an error, and what to do {@code instead}. */
  public ConfigurationException(String what, String why, String instead) {
    this(what, why, instead, null);
  }

  /** The same, with the failure that it comes from. */
  public ConfigurationException(
      String what, String why, String instead, @Nullable Throwable cause) {
    super(
        Credentials.mask(what + "\nWhy: " + why + "\nInstead: " + instead),
        UNABLE_TO_ESTABLISH_CONNECTION,
        cause);
  }
}
