package dev.lockjaw.assertj;

import dev.lockjaw.probe.Probe;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import org.apiguardian.api.API;

/**
 * AssertJ assertions about results, findings and probes. Import {@link #assertThat(CellResult)}
 * statically. In a {@link dev.lockjaw.junit.LockjawTest}:
 *
 * <pre>{@code
 * assertThat(explore("write-free")).hasNoFindings().isExhausted();
 *
 * assertThat(explore("double-lock-ping"))
 *     .failsWith(FindingKind.DOUBLE_LOCK)
 *     .onThread("worker")
 *     .holds("S(client)");
 * }</pre>
 */
@API(status = API.Status.STABLE)
public final class LockjawAssertions {
  private LockjawAssertions() {}

  /** Assertions about the result of a cell. */
  public static CellResultAssert assertThat(CellResult actual) {
    return new CellResultAssert(actual);
  }

  /** Assertions about the findings of a probe so far. */
  public static ProbeAssert assertThat(Probe actual) {
    return new ProbeAssert(actual);
  }

  /** Assertions about one finding. */
  public static FindingAssert assertThat(Finding actual) {
    return new FindingAssert(actual);
  }
}
