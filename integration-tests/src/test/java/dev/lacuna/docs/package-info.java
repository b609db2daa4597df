/** What the documentation shows is true: its code is cut from here, its SQL and its output run. */
@NullMarked
package dev.lacuna.docs;

import org.jspecify.annotations.NullMarked;
