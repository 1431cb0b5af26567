package dev.lockjaw.arena;

/**
 * An exception that an actor threw.
 *
 * @param step how many steps the run had taken
 */
public record Escape(String actor, Throwable exception, int step) {}
