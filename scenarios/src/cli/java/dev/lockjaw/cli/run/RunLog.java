package dev.lockjaw.cli.run;

import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.reports.merge.Headers;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The results of a run, on disk and in memory, in the order in which cells end. A run that
 * continues begins with the results of its earlier parts.
 */
final class RunLog implements AutoCloseable {
  private final Path directory;
  private final ResultsFile file;
  private final Header header;
  private final List<CellLine> proofs;
  private final List<CellLine> cells;

  /** Whether the file has more than one line for some cell. */
  private boolean again;

  private RunLog(Path directory, ResultsFile file, Results there) {
    this.directory = directory;
    this.file = file;
    this.header = there.header();
    this.proofs = new ArrayList<>(there.proofs());
    this.cells = new ArrayList<>(there.cells());
  }

  /** The log of a new run. */
  static RunLog begin(Path directory, Header header) {
    Results none = new Results(header, List.of(), List.of(), false);
    return new RunLog(directory, ResultsFile.create(directory, header), none);
  }

  /**
   * The log of a run that continues. Drops a truncated line and the results of unfinished cells.
   *
   * @throws UsageException if the results are those of another run
   */
  static RunLog resume(Path directory, Header here) {
    Results there = ResultsFile.read(directory.resolve(ResultsFile.NAME));
    Headers.difference(there.header(), here)
        .ifPresent(
            difference -> {
              throw new UsageException(
                  "--resume: the results in "
                      + directory
                      + " are those of another run: "
                      + difference
                      + "; use the options of that run, or another --out");
            });
    Results kept =
        new Results(
            Headers.join(List.of(there.header(), here)),
            there.proofs().stream().filter(RunLog::proves).toList(),
            there.cells().stream().filter(cell -> !cell.unfinished()).toList(),
            false);
    return new RunLog(directory, ResultsFile.resume(directory, kept), kept);
  }

  private static boolean proves(CellLine proof) {
    return proof.result().verdict() == Verdict.FAIL;
  }

  Header header() {
    return header;
  }

  List<CellLine> proofs() {
    return proofs;
  }

  List<CellLine> cells() {
    return cells;
  }

  /** The cells that remain to be run, in their order. */
  List<Cell> left(List<Cell> all) {
    Set<CellId> done = names(cells);
    return all.stream().filter(cell -> !done.contains(cell.id())).toList();
  }

  /** Adds a cell, in place of an earlier result of it. */
  void add(CellLine cell) {
    again |= cells.removeIf(earlier -> earlier.result().id().equals(cell.result().id()));
    cells.add(cell);
    file.append(cell);
  }

  /** Adds a proof, unless the log has one for the same cell. */
  void addProof(CellLine proof) {
    if (!names(proofs).contains(proof.result().id())) {
      proofs.add(proof);
      file.appendProof(proof);
    }
  }

  private static Set<CellId> names(List<CellLine> lines) {
    return lines.stream().map(line -> line.result().id()).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    file.close();
    if (again) {
      ResultsFile.write(directory, new Results(header, proofs, cells, false));
    }
  }
}
