/**
 * Marks on Lockjaw's own code that say which of its calls a reader of a stack sees, and their
 * lookup. A mark moves with the code that bears it, so a renamed class or method keeps it. Depends
 * on nothing. Start with {@link dev.lockjaw.mark.Marks}.
 */
package dev.lockjaw.mark;
