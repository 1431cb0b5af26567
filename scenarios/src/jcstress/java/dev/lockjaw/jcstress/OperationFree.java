package dev.lockjaw.jcstress;

import dev.lockjaw.sync.direct.DirectSync;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A write and a free at once. */
@JCStressTest
@State
@Outcome(
    id = "record 1, freed",
    expect = Expect.ACCEPTABLE,
    desc = "The write was over before the free began.")
@Outcome(
    id = "closed, freed",
    expect = Expect.ACCEPTABLE,
    desc = "The free came first, and the write found the session closed.")
@Outcome(
    id = ".*use-after-free.*",
    expect = Expect.FORBIDDEN,
    desc = "The write went into a session that had been freed.")
@Outcome(
    id = ".*free-in-use.*",
    expect = Expect.FORBIDDEN,
    desc = "The session was freed while the write was inside.")
@Outcome(
    id = ".*",
    expect = Expect.FORBIDDEN,
    desc = "An operation was lost, or something escaped.")
public class OperationFree extends Race {
  private final Task write = write(true);
  private final Task free = free(false);

  public OperationFree() {
    super(new DirectSync(), new Records());
  }

  @Actor
  public void writer() {
    run(write);
  }

  @Actor
  public void freer() {
    run(free);
  }

  @Arbiter
  public void outcome(LL_Result result) {
    result.r1 = write.outcome();
    result.r2 = free.outcome();
  }
}
