/**
 * What one thread has done to what another one then stumbles over: the evidence of the second
 * thread. The explorer keeps it in runs with stacks only, for each field and each container of
 * woven code. Start with {@link dev.lockjaw.blame.Trail}.
 */
@Machinery
package dev.lockjaw.blame;

import dev.lockjaw.mark.Machinery;
