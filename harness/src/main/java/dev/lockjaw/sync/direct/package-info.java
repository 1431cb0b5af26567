/**
 * The plain implementations of {@code sync}, without scheduling points, for benchmarks and other
 * tools. Nothing here counts, records or waits for an explorer. Start with {@link
 * dev.lockjaw.sync.direct.DirectSync}.
 */
package dev.lockjaw.sync.direct;
