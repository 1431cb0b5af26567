package dev.lockjaw.adapter;

import dev.lockjaw.engine.Call;
import dev.lockjaw.engine.Door;
import dev.lockjaw.mark.Machinery;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/**
 * The door of an engine that the run's own threads use: scheduling points, and the contract monitor
 * behind them.
 *
 * <p>An engine may be closed at any time, beside {@code wrap} and {@code unwrap} too: each engine
 * that an adapter can get (JSSE, Bouncy Castle's JSSE, Conscrypt) takes a lock of its own for
 * {@code closeOutbound}, and {@code docs/claims.md} names the source for each. Closing it again
 * does nothing, as the documentation of {@link javax.net.ssl.SSLEngine#closeOutbound} says. The
 * engine is freed when the operation that closes it is over ({@link AdaptedSession}).
 */
@Machinery
final class SchedulingDoor implements Door {
  private static final Act CLOSES =
      Act.of(Act.Kind.OTHER, Call.CLOSE_OUTBOUND.text(), Call.CLOSE_OUTBOUND.text());

  private final Sync sync;
  private final Shared on;
  private final ContractMonitor monitor;
  private final Closers closers;
  private final Runnable onClose;
  private final BooleanSupplier steps;
  private volatile boolean closed;

  /**
   * @param on what the steps touch, or null for everything
   * @param closers is shown each close
   * @param onClose called when the engine is closed for writing
   * @param steps whether queries of the calling thread are steps of the run
   */
  SchedulingDoor(
      Sync sync,
      Shared on,
      ContractMonitor monitor,
      Closers closers,
      Runnable onClose,
      BooleanSupplier steps) {
    this.sync = sync;
    this.on = on;
    this.monitor = monitor;
    this.closers = closers;
    this.onClose = onClose;
    this.steps = steps;
  }

  @Override
  public Pass enter(Call call) {
    return switch (call) {
      case WRAP, UNWRAP -> {
        sync.look(call.entering(), on);
        yield watched(call, () -> sync.look(call.leaving(), on));
      }
      case CLOSE_OUTBOUND -> {
        sync.point(CLOSES, on);
        closers.closes();
        yield closed ? Pass.UNWATCHED : closing();
      }
      default -> Pass.UNWATCHED;
    };
  }

  /** Between two queries a session may read its own fields again, where no step would show it. */
  @Override
  public Pass ask(Call call) {
    if (call == Call.STATUS && steps.getAsBoolean()) {
      sync.look(call.entering(), on);
    }
    return Pass.UNWATCHED;
  }

  @Override
  public void carries(ByteBuffer plaintext) {
    monitor.carries(plaintext);
  }

  private Pass closing() {
    return new Pass() {
      @Override
      public void done() {
        closed = true;
        onClose.run();
      }

      @Override
      public void close() {}
    };
  }

  private Pass watched(Call call, Runnable atEnd) {
    Visit visit = monitor.enter(call.kind());
    return new Pass() {
      @Override
      public void progress() {
        sync.touch(on);
      }

      @Override
      public void done() {
        atEnd.run();
      }

      @Override
      public void failed(Exception thrown, boolean established) {
        sync.touch(on);
      }

      @Override
      public void close() {
        monitor.leave(visit);
      }
    };
  }
}
