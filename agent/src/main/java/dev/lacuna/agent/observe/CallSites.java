package dev.lacuna.agent.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who called: the first frame that is neither the JDK's, a driver's nor a framework's. */
final class CallSites {

  private static final List<String> NOT_THE_APPLICATION =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "jakarta.",
          "kotlin.",
          "scala.",
          "groovy.",
          "org.codehaus.groovy.",
          "clojure.",
          "dev.lacuna.agent.",
          "dev.lacuna.jdbc.",
          "dev.lacuna.LacunaD",
          "org.postgresql.",
          "com.mysql.",
          "org.mariadb.",
          "com.zaxxer.hikari.",
          "org.apache.",
          "com.mchange.",
          "io.agroal.",
          "com.p6spy.",
          "net.ttddyy.",
          "net.bytebuddy.",
          "com.alibaba.druid.",
          "org.springframework.",
          "org.hibernate.",
          "org.eclipse.persistence.",
          "org.jooq.",
          "org.jdbi.",
          "com.querydsl.",
          "io.ebean.",
          "org.mybatis.",
          "io.micronaut.",
          "io.quarkus.",
          "io.smallrye.",
          "io.micrometer.",
          "io.opentelemetry.",
          "io.vertx.",
          "io.netty.",
          "reactor.",
          "io.reactivex.",
          "org.aspectj.",
          "org.jboss.",
          "org.flywaydb.",
          "liquibase.",
          "org.junit.",
          "org.testng.");

  private CallSites() {}

  /**
   * The caller's call site; null where no frame is the application's.
   *
   * <p>Asked once a query. A stack walker would not look at all frames, but loads so much when it
   * is first used that an application's start shows it.
   */
  static @Nullable String current() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (isApplication(frame.getClassName())) {
        return describe(frame);
      }
    }
    return null;
  }

  private static boolean isApplication(String type) {
    for (String prefix : NOT_THE_APPLICATION) {
      if (type.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }

  private static String describe(StackTraceElement frame) {
    String file = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
    return frame.getClassName()
        + "."
        + frame.getMethodName()
        + "("
        + file
        + (frame.getLineNumber() >= 0 ? ":" + frame.getLineNumber() : "")
        + ")";
  }
}
