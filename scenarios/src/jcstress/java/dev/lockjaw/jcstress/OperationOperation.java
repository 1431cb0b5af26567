package dev.lockjaw.jcstress;

import dev.lockjaw.sync.direct.DirectSync;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Two concurrent writes, under a strategy that promises one operation at a time. */
@JCStressTest
@State
@Outcome(
    id = {"record 1, record 2", "record 2, record 1"},
    expect = Expect.ACCEPTABLE,
    desc = "One write followed the other and saw its effects.")
@Outcome(
    id = ".*concurrent-entry.*",
    expect = Expect.FORBIDDEN,
    desc = "Two writes were inside the session at once.")
@Outcome(
    id = "record (1|2), record (1|2)",
    expect = Expect.FORBIDDEN,
    desc = "Two records have one number: a write did not see what the other had done.")
@Outcome(
    id = ".*",
    expect = Expect.FORBIDDEN,
    desc = "An operation was lost, or something escaped.")
public class OperationOperation extends Race {
  private final Task one = write(true);
  private final Task other = write(false);

  public OperationOperation() {
    super(new DirectSync(), new Records());
  }

  @Actor
  public void writer() {
    run(one);
  }

  @Actor
  public void other() {
    run(other);
  }

  @Arbiter
  public void outcome(LL_Result result) {
    result.r1 = one.outcome();
    result.r2 = other.outcome();
  }
}
