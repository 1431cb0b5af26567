/**
 * The terminal: its width, colour and status line. It knows no results. Start with {@link
 * dev.lockjaw.cli.terminal.Terminal}.
 */
package dev.lockjaw.cli.terminal;
