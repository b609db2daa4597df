package dev.lacuna.ddl.effect;

/**
 * Who follows the server, as far as the user may see.
 *
 * @param replicas how many are connected; {@link #UNSEEN} where the user may not see them
 * @param lagSeconds how far the last of them is behind; {@link #UNSEEN} where nobody says. MySQL
 *     and MariaDB never do: their replicas alone know
 * @param statements whether changes of rows are logged as statements ({@code binlog_format} of
 *     MySQL and MariaDB)
 * @param early whether replicas hear of an ALTER when it begins ({@code binlog_alter_two_phase} of
 *     MariaDB)
 */
public record Replication(int replicas, long lagSeconds, boolean statements, boolean early) {

  /** Not for this user's eyes. */
  public static final int UNSEEN = -1;

  private static final int NOT_ASKED = -2;

  /** Nobody was asked. */
  public static final Replication UNASKED = new Replication(NOT_ASKED, NOT_ASKED, false, false);

  /** Nobody would say. */
  public static final Replication UNKNOWN = new Replication(UNSEEN, UNSEEN, false, false);

  /** Whether replicas are known to be connected. */
  public boolean isSeen() {
    return replicas > 0;
  }
}
