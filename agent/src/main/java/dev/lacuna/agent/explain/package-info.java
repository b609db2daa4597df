/**
 * Asks the server, over a connection of the agent's own: for plans, and for what the catalog has.
 * It writes nothing, waits for no lock for long, and never runs a statement of the application's.
 */
@NullMarked
package dev.lacuna.agent.explain;

import org.jspecify.annotations.NullMarked;
