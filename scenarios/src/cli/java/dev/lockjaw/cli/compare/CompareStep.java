package dev.lockjaw.cli.compare;

/**
 * Something to be measured.
 *
 * @param what in a few words
 * @param seconds that it takes, about
 */
record CompareStep(String what, double seconds, Runnable action) {}
