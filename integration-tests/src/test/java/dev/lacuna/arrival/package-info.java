/** What happens at the moment in which a declared column comes or goes, one case at a time. */
@NullMarked
package dev.lacuna.arrival;

import org.jspecify.annotations.NullMarked;
