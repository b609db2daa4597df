/** The report as one page that needs nothing but itself. */
@NullMarked
package dev.lacuna.agent.review.html;

import org.jspecify.annotations.NullMarked;
