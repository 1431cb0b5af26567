package dev.lockjaw.jcstress;

import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.direct.DirectSync;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLI_Result;

/** Tests the count of operations in flight: two writes, beside a read and a free. */
@JCStressTest
@State
@Outcome(
    id = {"(record 2|closed), freed, 0"},
    expect = Expect.ACCEPTABLE,
    desc = "The free waited for the operations inside, and every visit was counted out.")
@Outcome(
    id = ".*(free-in-use|use-after-free).*",
    expect = Expect.FORBIDDEN,
    desc = "The free did not wait for a write that was inside.")
@Outcome(
    id = ".*, -?[1-9]\\d*",
    expect = Expect.FORBIDDEN,
    desc = "The count of operations in flight is wrong: of two concurrent updates, one was lost.")
@Outcome(
    id = ".*",
    expect = Expect.FORBIDDEN,
    desc = "An operation was lost, or something escaped.")
public class FreeCounter extends Race {
  private final Task write = write(true);
  private final Task again = write(true);
  private final Task read = read(true);
  private final Task free = free(false);
  private final Gates gates;

  /** Keeps the strategy's gate, so that the test can read its count. */
  private static final class Gates extends DirectSync {
    private Rundown gate;

    @Override
    public Rundown rundown(String name) {
      gate = super.rundown(name);
      return gate;
    }
  }

  public FreeCounter() {
    this(new Gates());
  }

  private FreeCounter(Gates gates) {
    super(gates, new Records());
    this.gates = gates;
  }

  @Actor
  public void writer() {
    run(write);
    run(again);
  }

  @Actor
  public void freer() {
    run(read);
    run(free);
  }

  @Arbiter
  public void outcome(LLI_Result result) {
    result.r1 = again.outcome();
    result.r2 = free.outcome();
    result.r3 = gates.gate.count();
  }
}
