package dev.lockjaw.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StatusLineTest {
  /** The line is closed while its thread is about to print. */
  @Test
  @Timeout(60)
  void saysNothingMoreOnceItIsClosed() throws Exception {
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(null, new PrintWriter(err), 80, false, true);
    StatusLine status = new StatusLine(terminal, () -> "far");
    Optional<Thread> printer = Optional.empty();
    synchronized (status) {
      while (printer.isEmpty()) {
        Thread.sleep(1);
        printer = blockedPrinter();
      }
      status.close();
    }
    printer.get().join();

    assertThat(err.toString()).isEqualTo("\r\u001b[K");
  }

  private static Optional<Thread> blockedPrinter() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("lockjaw-progress"))
        .filter(thread -> thread.getState() == Thread.State.BLOCKED)
        .findFirst();
  }
}
