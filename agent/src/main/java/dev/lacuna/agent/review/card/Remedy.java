package dev.lacuna.agent.review.card;

/**
 * What would help.
 *
 * @param what in a sentence
 * @param sql ready to paste; empty where it is not the database that has to change
 */
public record Remedy(String what, String sql) {}
