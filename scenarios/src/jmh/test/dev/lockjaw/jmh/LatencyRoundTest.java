package dev.lockjaw.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Promise;
import dev.lockjaw.sync.direct.DirectSync;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatencyRoundTest {
  /** Ten frees. If the sender is late, it still has the last session, which no thread frees. */
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static Tls tls;

  @BeforeAll
  static void open() throws IOException {
    tls = GuardedEndpoint.open("jsse");
  }

  /** Under the others a send may meet the free inside the TLS stack. */
  static List<String> thoseThatKeepAFreeApart() {
    return ServiceLoader.load(LockStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(strategy -> strategy.promises().contains(Promise.FREE_APART))
        .map(LockStrategy::id)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("thoseThatKeepAFreeApart")
  void everySendIsTimedOrFindsTheSessionClosed(String strategy) throws Exception {
    Histogram sends = new Histogram(3);

    long closed = new LatencyRound(strategy, tls, NANOS).run(sends);

    assertThat(sends.getTotalCount()).isPositive();
    // The histogram adds samples for sends that were delayed, so there may be more than were due.
    assertThat(sends.getTotalCount() + closed)
        .isGreaterThanOrEqualTo(NANOS / LatencyRound.SEND_NANOS);
    assertThat(sends.getMinValue()).isPositive();
  }

  @Test
  void aSendAfterTheFreeFindsTheSessionClosed() throws Exception {
    for (String strategy : new String[] {"plain", "free-aware", "queue-drain"}) {
      LatencySession session = new LatencySession(new DirectSync(), strategy, tls);

      assertThat(session.send()).isTrue();
      session.receive();
      session.free();
      assertThat(session.send()).as(strategy).isFalse();
      session.discard();
    }
  }
}
