/**
 * What one thread has done to what another one then stumbles over: the evidence of the second
 * thread. Kept only in runs with stacks. Start with {@link dev.lockjaw.blame.Trail}.
 */
@Machinery
package dev.lockjaw.blame;

import dev.lockjaw.mark.Machinery;
