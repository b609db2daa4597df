/** A DDL statement on its way to the server: judged, guarded, recorded. */
@NullMarked
package dev.lacuna.ddl;

import org.jspecify.annotations.NullMarked;
