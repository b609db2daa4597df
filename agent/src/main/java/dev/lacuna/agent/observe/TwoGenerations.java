package dev.lacuna.agent.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bounded cache: when the young generation is full it becomes the old one, and the old one is
 * forgotten. What is asked for moves to the young one, so that what is used stays. Reading locks
 * nothing.
 *
 * @param <K> the keys
 * @param <V> the values
 */
abstract class TwoGenerations<K, V> {

  private final long limit;
  private final AtomicLong used = new AtomicLong();
  private volatile Map<K, V> young = new ConcurrentHashMap<>();
  private volatile Map<K, V> old = Map.of();

  /** Both generations together weigh at most twice the limit. */
  TwoGenerations(long limit) {
    this.limit = limit;
  }

  abstract V make(K key);

  abstract long weight(K key);

  final V get(K key) {
    V known = young.get(key);
    if (known != null) {
      return known;
    }
    V former = old.get(key);
    return put(key, former != null ? former : make(key));
  }

  private V put(K key, V value) {
    V before = young.putIfAbsent(key, value);
    if (before != null) {
      return before;
    }
    if (used.addAndGet(weight(key)) > limit) {
      turn();
    }
    return value;
  }

  private synchronized void turn() {
    if (used.get() > limit) {
      old = young;
      young = new ConcurrentHashMap<>();
      used.set(0);
    }
  }
}
