/**
 * Lock strategies compared by verdict and cost: the numbers and the advice. How they are measured
 * belongs to {@code cli.compare}, and how they are shown to {@code compare.html}. Start with {@link
 * dev.lockjaw.compare.Comparison}.
 */
package dev.lockjaw.compare;
