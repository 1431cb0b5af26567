package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.scenarios.ending.DoubleFree;
import dev.lockjaw.transport.Protocol;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Adapters that do not return when they open a session, and those that fail. */
@Timeout(120)
class OpeningTest {
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void endTheWait() {
    end.countDown();
  }

  private interface Opens {
    UserSession open(Opening with) throws Exception;
  }

  private static Cell cell(Opens opens) {
    SessionAdapter adapter =
        new SessionAdapter() {
          @Override
          public String id() {
            return "mine";
          }

          @Override
          public UserSession open(Opening with) throws Exception {
            return opens.open(with);
          }
        };
    return Cell.of(
        new DoubleFree(),
        adapter,
        Registry.load(OpeningTest.class.getClassLoader()).transports().stream()
            .filter(transport -> transport.id().equals("jsse"))
            .findFirst()
            .orElseThrow(),
        Protocol.TLS_1_2);
  }

  private UserSession waitForever() throws InterruptedException {
    end.await();
    throw new IllegalStateException("the test is over");
  }

  private static UserSession closing(Opening with) {
    SSLEngine engine = with.engine();
    AtomicBoolean closed = new AtomicBoolean();
    return UserSession.of(
        data -> {},
        () -> {},
        () -> {
          if (closed.compareAndSet(false, true)) {
            engine.closeOutbound();
          }
        });
  }

  @Test
  void anAdapterThatDoesNotReturnIsAnErrorThatSaysWhereItIs() throws Exception {
    CellResult result =
        SingleCell.explore(
            cell(with -> waitForever()), Limits.exhaust(2), Duration.ofMillis(1_000));
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().kind()).isEqualTo(EndingKind.ADAPTER_FAILED);
    assertThat(result.ending().text())
        .matches("mine has not been able to open a session for 1 s(; it is at .*)?");
  }

  @Test
  void oneThatReturnsIsNone() throws Exception {
    CellResult result = SingleCell.explore(cell(OpeningTest::closing), Limits.exhaust(2));
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aClassThatIsMissingIsTheAdaptersFault() throws Exception {
    CellResult result =
        SingleCell.explore(
            cell(
                with -> {
                  throw new NoClassDefFoundError("com/example/Missing");
                }),
            Limits.exhaust(2));
    assertThat(result.ending().kind()).isEqualTo(EndingKind.ADAPTER_FAILED);
    assertThat(result.ending().text())
        .isEqualTo(
            "mine could not open a session: java.lang.NoClassDefFoundError: com/example/Missing");
  }
}
