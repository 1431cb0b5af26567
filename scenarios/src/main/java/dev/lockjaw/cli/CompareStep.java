package dev.lockjaw.cli;

/**
 * Something to be measured.
 *
 * @param what in a few words
 * @param seconds that it takes, about
 */
record CompareStep(String what, double seconds, Runnable action) {}
