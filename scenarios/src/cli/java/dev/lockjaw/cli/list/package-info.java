/** The command {@code list}. Start with {@link dev.lockjaw.cli.list.ListCommand}. */
package dev.lockjaw.cli.list;
