package dev.lockjaw.reports;

import java.util.List;

/**
 * The results of a run, read back.
 *
 * @param truncated whether the last line was cut off, as it is when a run is killed; what was left
 *     of it is not among the cells
 */
public record Results(Header header, List<CellLine> cells, boolean truncated) {}
