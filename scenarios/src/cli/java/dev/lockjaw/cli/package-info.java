/**
 * The command line: it finds the command, and turns failures into one line and an exit code. Each
 * command has a package below; what several commands share has one too. Start with {@link
 * dev.lockjaw.cli.Main} and {@code Commands}.
 */
package dev.lockjaw.cli;
