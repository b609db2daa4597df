package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.EnumSet;
import java.util.Set;

/** The engines that a case can be tried on. */
final class Engines {

  static final Set<Engine> ALL = Set.copyOf(EnumSet.allOf(Engine.class));
  static final Set<Engine> POSTGRESQL = Set.of(Engine.POSTGRESQL);
  static final Set<Engine> MYSQL = Set.of(Engine.MYSQL);
  static final Set<Engine> MARIADB = Set.of(Engine.MARIADB);

  /** MySQL's SQL, which is MariaDB's too. */
  static final Set<Engine> MYSQL_FAMILY = Set.of(Engine.MYSQL, Engine.MARIADB);

  static final Set<Engine> NOT_MYSQL = Set.of(Engine.POSTGRESQL, Engine.MARIADB);
  static final Set<Engine> NOT_MARIADB = Set.of(Engine.POSTGRESQL, Engine.MYSQL);

  /** Those on which every case agrees with its twin; the others are tried on demand. */
  static final Set<Engine> PROVEN = ALL;

  private Engines() {}
}
