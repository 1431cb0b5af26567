/**
 * The data of a result: cells, verdicts, findings, schedules and replay tokens. Only data lives
 * here, with its own text form; how it is found or shown does not. Start with {@link
 * dev.lockjaw.result.CellResult}.
 */
package dev.lockjaw.result;
