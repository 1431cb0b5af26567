/**
 * The command {@code list}: scenarios, strategies, transports and bugs, each with its own
 * description. A description lives with what it describes. Start with {@link
 * dev.lockjaw.cli.list.ListCommand}.
 */
package dev.lockjaw.cli.list;
