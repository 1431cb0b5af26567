package dev.lockjaw.arena;

import dev.lockjaw.result.ThreadEvidence;

/**
 * The thread behind another thread's exception.
 *
 * @param victim what the victim did, as a clause
 * @param message the same with what the other thread had done
 * @param other the other thread
 */
public record Culprit(String victim, String message, ThreadEvidence other) {}
