package dev.lockjaw.process;

import dev.lockjaw.campaign.ScheduleReplay;

/**
 * What is seen of a schedule that has killed a worker when it is run once more.
 *
 * @param again whether a fresh worker died of it too
 * @param replay what the monitor sees when it keeps out who would crash the stack; null if that
 *     could not be found out
 */
record CrashWitness(boolean again, ScheduleReplay replay) {}
