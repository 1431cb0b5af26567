package dev.lockjaw.process;

import dev.lockjaw.campaign.ScheduleReplay;

/**
 * What a second run of a schedule that has killed a worker showed.
 *
 * @param again whether a fresh worker died too
 * @param replay what the monitor reports with the guard on, which keeps out the calls that would
 *     crash the stack; null if that run failed
 */
record CrashWitness(boolean again, ScheduleReplay replay) {}
