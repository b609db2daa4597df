/** What was judged, written for people and for tools. */
@NullMarked
package dev.lacuna.cli.report;

import org.jspecify.annotations.NullMarked;
