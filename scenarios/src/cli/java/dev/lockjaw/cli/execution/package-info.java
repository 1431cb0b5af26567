/**
 * Runs the cells of a command: explored or stressed in child JVMs, or by the engines of others.
 * Start with {@link dev.lockjaw.cli.execution.Exploration}.
 */
package dev.lockjaw.cli.execution;
