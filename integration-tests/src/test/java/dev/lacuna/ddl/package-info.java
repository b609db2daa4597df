/** The tests of DDL that need a server and the driver's own rooms. */
@NullMarked
package dev.lacuna.ddl;

import org.jspecify.annotations.NullMarked;
