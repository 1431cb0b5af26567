package dev.lockjaw.monitor;

/**
 * One step of an interleaving.
 *
 * @param thread who moved
 * @param action what it did
 */
public record Step(String thread, String action) {}
