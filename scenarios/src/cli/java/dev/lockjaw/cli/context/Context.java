package dev.lockjaw.cli.context;

import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.run.Registry;
import java.nio.file.Path;

/**
 * What commands work with.
 *
 * @param registry all that can be run
 * @param expectations what is expected of it
 * @param runners what runs it
 * @param terminal where the output goes
 * @param directory the current one
 * @param interrupt whether the user has asked for an end
 */
public record Context(
    Registry registry,
    Expectations expectations,
    Runners runners,
    Terminal terminal,
    Path directory,
    Interrupt interrupt) {}
