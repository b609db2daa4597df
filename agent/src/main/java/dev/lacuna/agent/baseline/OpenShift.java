package dev.lacuna.agent.baseline;

/**
 * A shift that has been logged and is not settled yet.
 *
 * @param after the plan that it went to
 */
public record OpenShift(String key, KnownPlan before, KnownPlan after, Happening cause) {}
