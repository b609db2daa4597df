package dev.lacuna;

import dev.lacuna.config.LacunaUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Tells Spring Boot 3 which driver takes {@code spring.datasource.url}, if that is Lacuna's: it has
 * a list of prefixes, and refuses to start where it does not know the URL's and no driver is named.
 *
 * <p>What the application itself says of the driver takes precedence. Only Spring Boot loads this
 * class; it is named in {@code META-INF/spring.factories}.
 */
public final class SpringBootDriverName implements EnvironmentPostProcessor {

  /** For Spring Boot. */
  public SpringBootDriverName() {}

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new Names(environment));
  }

  /** Asks for the URL when it is asked: a test may set it later than now. */
  private static final class Names extends PropertySource<String> {

    // Not the source: Spring Boot would look for sources in that, and find this one, for ever.
    private final ConfigurableEnvironment environment;

    Names(ConfigurableEnvironment environment) {
      super("lacuna", LacunaDriver.class.getName());
      this.environment = environment;
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return name.equals("spring.datasource.driver-class-name")
              && LacunaUrl.accepts(environment.getProperty("spring.datasource.url"))
          ? getSource()
          : null;
    }
  }
}
