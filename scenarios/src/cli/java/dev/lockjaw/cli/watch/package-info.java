/**
 * The command {@code watch}: runs a program as ever, follows the logs that it writes, and reports
 * what the judge finds. What is recorded, and how, the packages below {@code dev.lockjaw.watch}
 * know. Start with {@link dev.lockjaw.cli.watch.WatchCommand}.
 */
package dev.lockjaw.cli.watch;
