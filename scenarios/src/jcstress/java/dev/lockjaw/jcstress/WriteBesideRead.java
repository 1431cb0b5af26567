package dev.lockjaw.jcstress;

import dev.lockjaw.sync.direct.DirectSync;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A write and a read at once, under a strategy that does not keep operations apart. */
@JCStressTest
@State
@Outcome(
    id = "record 1, record 1",
    expect = Expect.ACCEPTABLE,
    desc = "One operation followed the other.")
@Outcome(
    id = "(record 1|concurrent-entry), (record 1|concurrent-entry)",
    expect = Expect.ACCEPTABLE,
    desc = "A reader beside a writer, which a duplex stack allows.")
@Outcome(
    id = ".*",
    expect = Expect.FORBIDDEN,
    desc = "An operation was lost, or something escaped.")
public class WriteBesideRead extends Race {
  private final Task write = write(true);
  private final Task read = read(false);

  public WriteBesideRead() {
    super(new DirectSync(), new Records());
  }

  @Actor
  public void writer() {
    run(write);
  }

  @Actor
  public void reader() {
    run(read);
  }

  @Arbiter
  public void outcome(LL_Result result) {
    result.r1 = write.outcome();
    result.r2 = read.outcome();
  }
}
