package dev.lockjaw.adapter;

import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import dev.lockjaw.probe.Call;
import dev.lockjaw.probe.Door;
import dev.lockjaw.sync.Sync;

/**
 * The door of an engine that the run's own threads use: scheduling points, and the contract monitor
 * behind them.
 *
 * <p>Closing counts as a write, since that is what it makes the engine do; the engine is freed when
 * the operation that closes it is over ({@link AdaptedSession}).
 *
 * @param onClose told when the engine is closed for writing
 */
record WatchedDoor(Sync sync, ContractMonitor monitor, Runnable onClose) implements Door {
  @Override
  public Pass enter(Call call) {
    return switch (call) {
      case WRAP, UNWRAP -> watched(call, () -> sync.point(call.leaving(), null));
      case CLOSE_OUTBOUND -> watched(call, onClose);
      default -> Pass.FREE;
    };
  }

  private Pass watched(Call call, Runnable atEnd) {
    sync.point(call == Call.CLOSE_OUTBOUND ? call.text() : call.entering(), null);
    Visit visit = monitor.enter(call.kind());
    return new Pass() {
      @Override
      public void done() {
        atEnd.run();
      }

      @Override
      public void close() {
        monitor.leave(visit);
      }
    };
  }
}
