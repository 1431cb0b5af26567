package dev.lockjaw.adapter;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

/** Getters of a user's session beside its free. Each right session has a wrong twin. */
class StatusTest {
  private static final Registry REGISTRY = Registry.load(StatusTest.class.getClassLoader());

  private record Asked(String id, Function<Opening, UserSession> opener) implements SessionAdapter {
    @Override
    public UserSession open(Opening with) {
      return opener.apply(with);
    }

    @Override
    public Set<Hook> hooks() {
      return Set.of(Hook.STATUS);
    }
  }

  private static CellResult explore(String transport, Function<Opening, UserSession> opener)
      throws Exception {
    Cell cell =
        Cell.of(
            REGISTRY.scenarios().stream()
                .filter(one -> one.id().equals("status-free"))
                .findFirst()
                .orElseThrow(),
            new Asked("mine", opener),
            REGISTRY.transports().stream()
                .filter(one -> one.id().equals(transport))
                .findFirst()
                .orElseThrow(),
            Protocol.TLS_1_2);
    return SingleCell.explore(cell, Limits.exhaust(2));
  }

  /** Over a stack without an engine. */
  private static final class OverChannel implements UserSession {
    private final Opening with;
    private final ByteChannel tls;
    private final Lock lock;
    private final boolean careful;
    private boolean closed;

    OverChannel(Opening with, boolean careful) {
      this.with = with;
      this.tls = with.tls();
      this.lock = with.lock("S");
      this.careful = careful;
    }

    @Override
    public void send(byte[] data) {
      throw new UnsupportedOperationException("send");
    }

    @Override
    public void receive() {
      throw new UnsupportedOperationException("receive");
    }

    @Override
    public void status() {
      if (!careful) {
        ask();
        return;
      }
      lock.lock();
      try {
        ask();
      } finally {
        lock.unlock();
      }
    }

    private void ask() {
      if (!closed) {
        with.status();
      }
    }

    @Override
    public void free() throws IOException {
      lock.lock();
      try {
        if (!closed) {
          closed = true;
          tls.close();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Reads its field anew for each getter, or once. */
  private static final class OverEngine implements UserSession {
    private final boolean careful;
    private volatile SSLEngine engine;

    OverEngine(Opening with, boolean careful) {
      this.engine = with.engine();
      this.careful = careful;
    }

    @Override
    public void send(byte[] data) {
      throw new UnsupportedOperationException("send");
    }

    @Override
    public void receive() {
      throw new UnsupportedOperationException("receive");
    }

    @Override
    public void status() {
      SSLEngine mine = engine;
      if (mine != null) {
        mine.getHandshakeStatus();
        (careful ? mine : engine).getSession();
      }
    }

    @Override
    public void free() {
      SSLEngine mine = engine;
      engine = null;
      if (mine != null) {
        mine.closeOutbound();
      }
    }
  }

  @Test
  void aStackIsNotAskedWithoutItsLock() throws Exception {
    assertThat(explore("bc", with -> new OverChannel(with, false)))
        .failsWith(FindingKind.FREE_IN_USE);
    assertThat(explore("bc", with -> new OverChannel(with, true))).hasNoFindings().isExhausted();
  }

  @Test
  void theFieldOfAnEngineIsClearedBetweenTwoGetters() throws Exception {
    assertThat(explore("jsse", with -> new OverEngine(with, false)))
        .failsWith(FindingKind.NULL_DEREFERENCE);
    assertThat(explore("jsse", with -> new OverEngine(with, true))).hasNoFindings().isExhausted();
  }
}
