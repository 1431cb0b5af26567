package dev.lockjaw.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.lock.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CallerTest {
  private final List<Boolean> lent = new ArrayList<>();

  private Status send() {
    lent.add(Caller.isLent());
    return Status.OK;
  }

  @Test
  void aSendThatTheStrategyRunsAtOnceIsTheCallersOwn() {
    Caller.dispatch(Supplier::get, this::send);
    assertThat(lent).containsExactly(false);
  }

  @Test
  void aSendThatAnotherThreadRunsIsLent() {
    Caller.dispatch(send -> CompletableFuture.supplyAsync(send).join(), this::send);
    assertThat(lent).containsExactly(true);
  }

  /** A thread that has sent may drain the queue later, or become the strategy's own. */
  @Test
  void aSendThatTheSameThreadRunsInAnotherRoleIsLent() {
    List<Supplier<Status>> queue = new ArrayList<>();
    Caller.dispatch(
        send -> {
          queue.add(send);
          return Status.QUEUED;
        },
        this::send);
    queue.get(0).get();
    assertThat(lent).containsExactly(true);
    assertThat(Caller.isLent()).isFalse();
  }
}
