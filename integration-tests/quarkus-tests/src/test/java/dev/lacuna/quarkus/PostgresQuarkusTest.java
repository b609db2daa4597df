package dev.lacuna.quarkus;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

/** Quarkus on PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(
    value = Database.class,
    initArgs = @ResourceArg(name = "engine", value = "POSTGRESQL"),
    restrictToAnnotatedClass = true)
class PostgresQuarkusTest extends QuarkusContract {}
