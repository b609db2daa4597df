package dev.lacuna.cli;

import dev.lacuna.config.LacunaUrl;
import dev.lacuna.config.Options;
import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server statements are judged for: one to ask, or a version to assume. */
final class ServerOptions {

  private static final Pattern ASSUMED =
      Pattern.compile(
          "(postgresql|mysql|mariadb)(?:[ :/=-]?(\\d{1,4}(?:\\.\\d{1,4}){0,2}))?",
          Pattern.CASE_INSENSITIVE);

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The server to ask: jdbc:postgresql:…, jdbc:mysql:…, jdbc:mariadb:…, or the same with"
              + " jdbc:lacuna:. Nothing is changed on it.")
  private @Nullable String url;

  @Option(names = "--user", paramLabel = "USER", description = "Its user.")
  private @Nullable String user;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      arity = "0..1",
      interactive = true,
      description = "The user's password; asked for. Or set LACUNA_PASSWORD.")
  private @Nullable String password;

  @Option(
      names = "--assume-version",
      paramLabel = "SERVER",
      description =
          "Without --url: the engine and its version, such as 'postgresql 17', 'mysql 8.0.36' or"
              + " 'mariadb 10.6'. What only a server could tell takes the stricter answer.")
  private @Nullable String assumed;

  /** Connects, where that is asked for. */
  JudgedServer open() throws CliException {
    if (url != null && assumed != null) {
      throw new CliException("Either --url or --assume-version, not both.");
    }
    if (url != null) {
      return connect(url);
    }
    if (assumed == null) {
      throw new CliException(
          "Which server? --url jdbc:… to ask one, or --assume-version 'postgresql 17'.");
    }
    return assume(assumed);
  }

  private static JudgedServer assume(String text) throws CliException {
    Matcher found = ASSUMED.matcher(text.strip());
    if (!found.matches()) {
      throw new CliException(
          "--assume-version must be postgresql, mysql or mariadb and a version, such as"
              + " 'postgresql 17'; it is '"
              + text
              + "'.");
    }
    Engine engine = Engine.named(found.group(1).toLowerCase(Locale.ROOT));
    String version = found.group(2);
    return new JudgedServer.Assumed(
        engine, ServerVersion.parse(version == null ? oldest(engine) : version));
  }

  /** The oldest that is known: its answers are the strictest. */
  private static String oldest(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> "10";
      case MYSQL -> "5.7";
      case MARIADB -> "10.3";
    };
  }

  private JudgedServer connect(String given) throws CliException {
    try {
      String lacuna =
          given.startsWith("jdbc:lacuna:") ? given : given.replaceFirst("^jdbc:", "jdbc:lacuna:");
      LacunaUrl parsed =
          LacunaUrl.parse(lacuna)
              .orElseThrow(
                  () ->
                      new CliException(
                          "--url must begin with jdbc:postgresql:, jdbc:mysql: or jdbc:mariadb:."));
      Set<String> allowed =
          Options.of(parsed.options(), new Properties(), System.getProperties()).ddl().allow();
      Engine engine = Engine.named(parsed.engineName());
      return live(engine, connection(engine, parsed), allowed);
    } catch (SQLException e) {
      throw new CliException("The server could not be reached: " + e.getMessage(), e);
    }
  }

  private static JudgedServer live(Engine engine, Connection connection, Set<String> allowed)
      throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    return new JudgedServer.Live(engine, ServerVersion.parse(version), connection, allowed);
  }

  private Connection connection(Engine engine, LacunaUrl parsed) throws SQLException, CliException {
    boolean there =
        DriverManager.drivers()
            .anyMatch(driver -> driver.getClass().getName().equals(engine.driverClass()));
    if (!there) {
      throw new CliException(
          ("The driver %s is not on the class path; put its jar beside this one:%n"
                  + "  java -cp 'lacuna-driver-all.jar:*' dev.lacuna.cli.Main judge …")
              .formatted(engine.driverArtifact()));
    }
    Properties properties = new Properties();
    put(properties, "user", user);
    put(properties, "password", password == null ? System.getenv("LACUNA_PASSWORD") : password);
    return DriverManager.getConnection(parsed.target(), properties);
  }

  private static void put(Properties properties, String key, @Nullable String value) {
    if (value != null) {
      properties.setProperty(key, value);
    }
  }
}
