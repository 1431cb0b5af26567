package dev.lockjaw.cli.compare;

/**
 * A step of a comparison.
 *
 * @param what it measures, in a few words
 * @param seconds the estimated time
 */
record CompareStep(String what, double seconds, Runnable action) {}
