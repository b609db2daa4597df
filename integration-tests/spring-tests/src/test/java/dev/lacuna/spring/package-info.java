/**
 * A Spring Boot application with the versions that Spring Boot 3 brings, Hibernate ORM 6 among
 * them.
 */
@NullMarked
package dev.lacuna.spring;

import org.jspecify.annotations.NullMarked;
