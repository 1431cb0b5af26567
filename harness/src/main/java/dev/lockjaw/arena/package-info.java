/**
 * The ground that every run stands on, however its threads are driven: threads, parts, executors,
 * and the judgement of threads that stand in foreign code. Knows no scenario and no session. Start
 * with {@link dev.lockjaw.arena.Arena}.
 */
@Machinery
package dev.lockjaw.arena;

import dev.lockjaw.mark.Machinery;
