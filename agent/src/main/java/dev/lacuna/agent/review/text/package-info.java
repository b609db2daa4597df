/** Reports as text: for the terminal, and as Markdown for a pull request. */
@NullMarked
package dev.lacuna.agent.review.text;

import org.jspecify.annotations.NullMarked;
