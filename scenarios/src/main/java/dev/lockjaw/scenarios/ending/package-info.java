/**
 * The built-in scenarios in which a session ends: a thread frees it, or the connection goes away,
 * beside what other threads do in it. One class each, as in {@link dev.lockjaw.scenarios}. Start
 * with {@code WriteFree}.
 */
@Shown
package dev.lockjaw.scenarios.ending;

import dev.lockjaw.mark.Shown;
