package dev.lockjaw.monitor;

import java.io.Serializable;

/**
 * One step of an interleaving.
 *
 * @param thread who moved
 * @param action what it did
 */
public record Step(String thread, String action) implements Serializable {}
