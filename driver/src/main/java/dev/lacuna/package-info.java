/**
 * What a user names: the driver, the data source, and the wiring of the rooms below. Nothing
 * imports it.
 */
@NullMarked
package dev.lacuna;

import org.jspecify.annotations.NullMarked;
