package dev.lockjaw.reports.results;

import java.util.List;

/**
 * The results of a run, read back.
 *
 * @param proofs the known-bad cells that ran first, to prove that faults are seen
 * @param truncated whether the last line is incomplete, as it is when a run is killed. Its cell is
 *     not among the cells
 */
public record Results(
    Header header, List<CellLine> proofs, List<CellLine> cells, boolean truncated) {}
