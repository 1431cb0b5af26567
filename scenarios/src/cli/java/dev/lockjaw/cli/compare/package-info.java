/**
 * The command {@code compare}: it measures in child JVMs, and prints. The numbers themselves are in
 * {@code dev.lockjaw.compare}, and the benchmarks in {@code dev.lockjaw.jmh}. Start with {@link
 * dev.lockjaw.cli.compare.CompareCommand}.
 */
package dev.lockjaw.cli.compare;
