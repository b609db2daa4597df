/** The storm over Lacuna, and the proof that its detectors find what they look for. */
@NullMarked
package dev.lacuna.storm;

import org.jspecify.annotations.NullMarked;
