/**
 * The terminal: its width, colour and status line. It knows no results and no commands, and writes
 * only what it is given. No other package of the command line writes to standard output. Start with
 * {@link dev.lockjaw.cli.terminal.Terminal}.
 */
package dev.lockjaw.cli.terminal;
