package dev.lockjaw.worker;

import dev.lockjaw.run.Replay;

/**
 * What is seen of a schedule that has killed a worker when it is run once more.
 *
 * @param again whether a fresh worker died of it too
 * @param replay what the monitor sees when it keeps out who would crash the stack; null if that
 *     could not be found out
 */
record Witness(boolean again, Replay replay) {}
