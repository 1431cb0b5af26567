/**
 * Lock strategies compared by verdict and cost: the numbers and the advice, without how they are
 * measured or shown. Start with {@link dev.lockjaw.compare.Comparison}.
 */
package dev.lockjaw.compare;
