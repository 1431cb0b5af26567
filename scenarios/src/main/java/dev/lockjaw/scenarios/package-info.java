/**
 * The built-in scenarios, one class each. A scenario names the field report that it comes from. It
 * uses the stable interface only, so that a user's scenario can be written in the same way. Start
 * with {@code ReadWrite} and {@code DoubleLockPing}.
 */
@Shown
package dev.lockjaw.scenarios;

import dev.lockjaw.mark.Shown;
