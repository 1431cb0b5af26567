package dev.lockjaw.jcstress;

import dev.lockjaw.sync.direct.DirectSync;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Two concurrent frees. */
@JCStressTest
@State
@Outcome(
    id = {"freed, closed", "closed, freed"},
    expect = Expect.ACCEPTABLE,
    desc = "One free freed the session, and the other found it closed.")
@Outcome(
    id = {".*double-free.*", "freed, freed"},
    expect = Expect.FORBIDDEN,
    desc = "Both freed the session.")
@Outcome(id = ".*", expect = Expect.FORBIDDEN, desc = "A free was lost, or something escaped.")
public class FreeFree extends Race {
  private final Task one = free(true);
  private final Task other = free(false);

  public FreeFree() {
    super(new DirectSync(), new Records());
  }

  @Actor
  public void freer() {
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
