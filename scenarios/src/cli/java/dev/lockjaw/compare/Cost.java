package dev.lockjaw.compare;

/**
 * What a strategy costs at one thing.
 *
 * @param measure what was measured, such as {@code record 64 B jsse}
 * @param nanos of one operation
 * @param ratio of that to the same under {@code none} in the same run
 */
public record Cost(String measure, Estimate nanos, Estimate ratio) {}
