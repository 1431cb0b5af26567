/**
 * Reads what a user writes: names, globs and durations. Its errors show the value, near names and
 * the next step, on the command line and in JUnit alike. What is read from files does not belong
 * here. Start with {@link dev.lockjaw.input.Choices}.
 */
package dev.lockjaw.input;
