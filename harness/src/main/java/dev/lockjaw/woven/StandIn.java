package dev.lockjaw.woven;

/**
 * A subclass that woven code makes in place of a class of the JDK, and whose methods have no
 * scheduling points of their own: calls of it are woven as those of the JDK's class.
 */
public interface StandIn {}
