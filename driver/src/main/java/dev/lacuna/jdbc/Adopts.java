package dev.lacuna.jdbc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a base class that takes what the driver returned and gives what the
 * application gets. Every generated method with that return type passes its result through it, the
 * driver's own methods included, and those that return a vendor's interface which extends that
 * type, so that no way back to the raw objects is forgotten.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Adopts {}
