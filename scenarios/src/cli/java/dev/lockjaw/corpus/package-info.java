/**
 * The corpus of real bugs: which releases have each, and attempts to show it in a child JVM. The
 * code that drives a library is in {@code corpus.driver}. Start with {@link
 * dev.lockjaw.corpus.Corpus}.
 */
package dev.lockjaw.corpus;
