/**
 * Drives a library until a known bug shows. It runs in a child JVM beside the library, so it
 * depends on nothing else of Lockjaw. Start with {@link dev.lockjaw.corpus.driver.Driver} and
 * {@code Once}.
 */
package dev.lockjaw.corpus.driver;
