package dev.lockjaw.jcstress;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.sync.direct.DirectSync;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A read that frees from inside, beside two writes. The free is left to the last operation that
 * leaves, and exactly one must perform it. Whether a read and a write may overlap is the subject of
 * another test.
 */
@JCStressTest
@State
@Outcome(
    id = "(record 1|concurrent-entry), (record [12]|closed|concurrent-entry), freed",
    expect = Expect.ACCEPTABLE,
    desc = "Exactly one operation left last and freed the session.")
@Outcome(
    id = ".*, never ran",
    expect = Expect.FORBIDDEN,
    desc = "No operation recognised that it was the last to leave: the free was lost.")
@Outcome(
    id = ".*(free-in-use|use-after-free|double-free).*",
    expect = Expect.FORBIDDEN,
    desc = "An operation freed the session while another was inside, or two freed it.")
@Outcome(
    id = ".*",
    expect = Expect.FORBIDDEN,
    desc = "An operation was lost, or something escaped.")
public class LastOut extends Race {
  private final Task free = free(true);
  private final Task read =
      task(
          true,
          OperationKind.READ,
          alive -> {
            String record = alive.read();
            run(free);
            return record;
          });
  private final Task write = write(false);
  private final Task again = write(false);

  public LastOut() {
    super(new DirectSync(), new Records());
  }

  @Actor
  public void reader() {
    run(read);
  }

  @Actor
  public void writer() {
    run(write);
    run(again);
  }

  @Arbiter
  public void outcome(LLL_Result result) {
    result.r1 = read.outcome();
    result.r2 = again.outcome();
    result.r3 = free.outcome();
  }
}
