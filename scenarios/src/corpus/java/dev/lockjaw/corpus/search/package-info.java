/**
 * The search for bugs of the corpus: which body shows each, and the child JVM that explores it. The
 * bodies are in {@code com.example.bugs}, where they are woven. Start with {@link
 * dev.lockjaw.corpus.search.Search}.
 */
package dev.lockjaw.corpus.search;
