/**
 * Who moves next. A {@link dev.lockjaw.explore.choice.Chooser} enumerates the interleavings,
 * follows one, or takes them at random.
 */
@Machinery
package dev.lockjaw.explore.choice;

import dev.lockjaw.mark.Machinery;
