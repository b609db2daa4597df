package dev.lacuna.agent.review.shift;

/** The log was written by a newer agent, whose fields may mean something else. */
public final class NewerSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NewerSchemaException(int schema, int understood) {
    super(
        "The log has schema %d, this agent reads schema %d: review it with the jar that wrote it."
            .formatted(schema, understood));
  }
}
