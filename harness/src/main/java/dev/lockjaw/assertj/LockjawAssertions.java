package dev.lockjaw.assertj;

import dev.lockjaw.probe.Probe;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import org.apiguardian.api.API;

/** AssertJ's way of judging what Lockjaw found. */
@API(status = API.Status.STABLE)
public final class LockjawAssertions {
  private LockjawAssertions() {}

  /** Judges what a cell came to. */
  public static CellResultAssert assertThat(CellResult actual) {
    return new CellResultAssert(actual);
  }

  /** Judges what a probe has found until now. */
  public static ProbeAssert assertThat(Probe actual) {
    return new ProbeAssert(actual);
  }

  /** Judges one finding. */
  public static FindingAssert assertThat(Finding actual) {
    return new FindingAssert(actual);
  }
}
