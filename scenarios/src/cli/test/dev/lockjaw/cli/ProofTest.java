package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.result.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run first shows, on every transport that it uses, that it would see a fault. */
class ProofTest {
  @TempDir Path directory;

  private CommandRun.Outcome run(String transports) {
    return new CommandRun(directory)
        .with(new Veiled())
        .with(new Missing())
        .replacing(new Veiled.WriteFreeUnlessVeiled())
        .run(
            "run",
            "--scenario",
            "data-ping",
            "--strategy",
            "plain",
            "--transport",
            transports,
            "--out",
            "out");
  }

  private Results results() {
    return ResultsFile.read(directory.resolve("out/results.jsonl"));
  }

  @Test
  void verdictsOfKnownBadCellsAreInTheResults() {
    assertThat(run("bc,jsse,missing").code()).isZero();

    assertThat(results().proofs())
        .extracting(proof -> proof.result().id().text())
        .containsExactly("write-free/none/jsse/tls1.2", "write-free/none/bc/tls1.2");
    assertThat(results().proofs())
        .allMatch(proof -> proof.result().verdict() == Verdict.FAIL)
        .allMatch(proof -> !proof.result().findings().isEmpty());
    assertThat(results().cells()).hasSize(3);
  }

  @Test
  void oneTransportThatHidesTheBugFailsTheWholeRun() {
    CommandRun.Outcome outcome = run("bc,veiled");

    assertThat(outcome.err())
        .startsWith(
            "lockjaw run: Lockjaw misses a known fault: write-free/none/veiled/tls1.2"
                + " must fail; its verdict was pass. No other verdict can be trusted")
        .hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(results().proofs())
        .extracting(proof -> proof.result().verdict())
        .containsExactly(Verdict.FAIL, Verdict.PASS);
    assertThat(results().cells()).isEmpty();
    CommandRun.Outcome gate = new CommandRun(directory).run("gate", "out");
    assertThat(gate.code()).isEqualTo(3);
  }
}
