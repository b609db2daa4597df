/** Notices that a column has come, explains again what it may matter to, and judges the plans. */
@NullMarked
package dev.lacuna.agent.notice;

import org.jspecify.annotations.NullMarked;
