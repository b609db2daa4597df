/** What a reviewer is told: one card a cause, sentences, badges, and the SQL that would help. */
@NullMarked
package dev.lacuna.agent.review.card;

import org.jspecify.annotations.NullMarked;
