package dev.lockjaw.reports.format;

import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import java.time.Duration;
import java.util.List;

/**
 * What a report is made of.
 *
 * @param header version, machine and options of the run
 * @param cells in the order in which they are to be shown
 * @param wall how long the run took, or zero if that isn't known
 * @param sources the user's source files, for reports that point into them
 * @param replay how a finding of the run is shown again
 */
public record ReportedRun(
    Header header, List<CellLine> cells, Duration wall, Sources sources, ReplayLine replay) {}
