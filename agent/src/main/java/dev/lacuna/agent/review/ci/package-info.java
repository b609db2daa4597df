/** Reports that build servers read: JUnit XML and SARIF. */
@NullMarked
package dev.lacuna.agent.review.ci;

import org.jspecify.annotations.NullMarked;
