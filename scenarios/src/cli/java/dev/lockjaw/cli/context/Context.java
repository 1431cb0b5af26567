package dev.lockjaw.cli.context;

import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.run.Registry;
import java.nio.file.Path;
import java.util.List;

/**
 * What every command works with.
 *
 * @param registry everything that can be run
 * @param formats the files that a run leaves besides its results
 * @param expectations the verdicts that are expected
 * @param runners makes what runs cells
 * @param terminal takes the output
 * @param directory the current directory
 * @param interrupt says whether the user pressed Ctrl-C
 * @param replay how a finding of this command is shown again
 */
public record Context(
    Registry registry,
    List<ReportFormat> formats,
    Expectations expectations,
    Runners runners,
    Terminal terminal,
    Path directory,
    Interrupt interrupt,
    ReplayLine replay) {}
