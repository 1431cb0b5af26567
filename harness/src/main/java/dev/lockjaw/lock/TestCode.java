package dev.lockjaw.lock;

/**
 * A test's own code, which opens its sessions and starts its threads itself. Nothing is opened for
 * it. It is woven, and a run of it is over when its threads are.
 */
public interface TestCode extends Locking {}
