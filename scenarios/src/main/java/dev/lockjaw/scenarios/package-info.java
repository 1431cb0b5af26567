/** The built-in scenarios, one class each. A scenario names the field report that it comes from. */
@Shown
package dev.lockjaw.scenarios;

import dev.lockjaw.mark.Shown;
