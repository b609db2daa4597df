package dev.lacuna.servers;

import dev.lacuna.engine.Engine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a test where there is no such server: neither Docker nor a URL in {@code
 * -Dtest-servers.<engine>}. In CI (the environment has {@code CI=true}) nothing is skipped; the
 * test fails for want of its server.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServerCondition.class)
public @interface RequiresServer {

  Engine value();
}
