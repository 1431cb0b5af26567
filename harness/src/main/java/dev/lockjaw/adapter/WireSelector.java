package dev.lockjaw.adapter;

import dev.lockjaw.mark.Machinery;
import dev.lockjaw.result.Act;
import dev.lockjaw.socket.ChannelSelector;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.function.BooleanSupplier;

/**
 * A selector for the channels that sessions are given. A thread that a session's method keeps in a
 * selection waits for I/O; any other waits for work, and need not end.
 */
@Machinery
final class WireSelector extends ChannelSelector {
  private static final Act SELECTS = Act.other("select");
  private static final Act WAKES_UP = Act.other("wake up the selector");
  private static final Act CHANGES = Act.other("change what is selected");
  private static final Act AWAITS_READY = Act.waitFor("a channel that is ready");

  private final Sync sync;
  private final WireChannel wire;
  private final Shared shared;

  WireSelector(SelectorProvider provider, Sync sync, WireChannel wire, String name) {
    super(provider);
    this.sync = sync;
    this.wire = wire;
    this.shared = new Shared(name);
  }

  @Override
  protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object with) {
    if (!(channel instanceof WireSocketChannel)) {
      throw new IllegalArgumentException(
          "a selector for Opening.channel() takes no other channel than those of sessions, and"
              + " this is a "
              + channel.getClass().getName());
    }
    return super.register(channel, operations, with);
  }

  @Override
  protected void step(Step step, Object on) {
    switch (step) {
      case SELECT -> sync.look(SELECTS, null);
      case WAKE_UP -> sync.point(WAKES_UP, null);
      case INTEREST -> sync.point(CHANGES, null);
    }
  }

  @Override
  protected void touch() {
    sync.touch(null);
    sync.changed(shared);
  }

  @Override
  protected void foundNothing() {}

  @Override
  protected void await(long nanos, BooleanSupplier ready) {
    Waiting kind = AdaptedSession.performs() ? Waiting.IO : Waiting.WORK;
    try {
      wire.await(AWAITS_READY, kind, shared, nanos, true, ready);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt(); // a selection returns, and stays interrupted
    } catch (IOException late) {
      throw new UncheckedIOException(late);
    }
  }
}
