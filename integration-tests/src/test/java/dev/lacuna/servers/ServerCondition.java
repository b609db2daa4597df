package dev.lacuna.servers;

import dev.lacuna.engine.Engine;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testcontainers.DockerClientFactory;

/** Whether the server that {@link RequiresServer} names is to be had. */
final class ServerCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), RequiresServer.class)
        .map(required -> evaluate(required.value()))
        .orElse(ConditionEvaluationResult.enabled("needs no server"));
  }

  private static ConditionEvaluationResult evaluate(Engine engine) {
    if (engine == Engine.POSTGRESQL) {
      return ConditionEvaluationResult.enabled("the tests bring PostgreSQL along");
    }
    if (MySqlTestServer.ownUrl(engine) != null) {
      return ConditionEvaluationResult.enabled("the server at " + MySqlTestServer.property(engine));
    }
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("CI skips nothing");
    }
    return DockerClientFactory.instance().isDockerAvailable()
        ? ConditionEvaluationResult.enabled("Docker is here")
        : ConditionEvaluationResult.disabled(
            "no %s server: Docker does not answer, and -D%s=<JDBC URL> names none"
                .formatted(engine, MySqlTestServer.property(engine)));
  }
}
