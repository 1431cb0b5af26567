package dev.lockjaw.compare;

/**
 * The cost of a strategy in one measure.
 *
 * @param measure its name, such as {@code record 64 B jsse}
 * @param nanos of one operation
 * @param ratio to the same measure under {@code none} in the same run
 */
public record Cost(String measure, Estimate nanos, Estimate ratio) {}
