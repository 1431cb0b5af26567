/**
 * What each command is given: what can be run, the terminal and the directory. Start with {@link
 * dev.lockjaw.cli.context.Context}.
 */
package dev.lockjaw.cli.context;
