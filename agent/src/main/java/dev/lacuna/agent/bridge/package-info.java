/**
 * What the driver's classes call: the only classes of the agent that the bootstrap loader has, and
 * the loader of all others. Nothing here may name a class of {@code java.sql}, which that loader
 * does not see.
 */
@NullMarked
package dev.lacuna.agent.bridge;

import org.jspecify.annotations.NullMarked;
