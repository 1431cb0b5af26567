package dev.lockjaw.arena;

/**
 * An exception that came out of an actor.
 *
 * @param step how many steps the run had taken
 */
public record Escape(String actor, Throwable exception, int step) {}
