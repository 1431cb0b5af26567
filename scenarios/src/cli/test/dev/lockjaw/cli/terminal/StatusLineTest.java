package dev.lockjaw.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StatusLineTest {
  /** The time to tell has come while it is being closed, and the one who tells is a bit late. */
  @Test
  @Timeout(60)
  void saysNothingMoreOnceItIsClosed() throws Exception {
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(null, new PrintWriter(err), 80, false, true);
    StatusLine status = new StatusLine(terminal, () -> "far");
    Optional<Thread> teller = Optional.empty();
    synchronized (status) {
      while (teller.isEmpty()) {
        Thread.sleep(1);
        teller = blockedTeller();
      }
      status.close();
    }
    teller.get().join();

    assertThat(err.toString()).isEqualTo("\r\u001b[K");
  }

  private static Optional<Thread> blockedTeller() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("lockjaw-progress"))
        .filter(thread -> thread.getState() == Thread.State.BLOCKED)
        .findFirst();
  }
}
