/**
 * What each command is given: what can be run, the terminal and the directory. It holds these and
 * decides nothing, so any command can be tested with others. Start with {@link
 * dev.lockjaw.cli.context.Context}.
 */
package dev.lockjaw.cli.context;
