package dev.lockjaw.woven.net;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A selector of a run. As on Linux, a selection that waits sees neither keys nor interests that
 * come meanwhile. Its state belongs to the thread that has the turn.
 */
final class MemorySelector extends AbstractSelector {
  private static final String TYPE = "Selector";
  private static final Site SELECT = NetworkWaits.site(TYPE, "select", "select");
  private static final Site WAKEUP = NetworkWaits.site(TYPE, "wakeup", "wake up the selector");

  private final Set<SelectionKey> keys = new LinkedHashSet<>();
  private final Set<SelectionKey> selected = new LinkedHashSet<>();
  private boolean woken;

  MemorySelector(MemoryProvider provider) {
    super(provider);
  }

  @Override
  public Set<SelectionKey> keys() {
    requireOpen();
    return Collections.unmodifiableSet(keys);
  }

  @Override
  public Set<SelectionKey> selectedKeys() {
    requireOpen();
    return selected;
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new ClosedSelectorException();
    }
  }

  /** Called with monitors of the JDK held, so that no scheduling point may be here. */
  @Override
  protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object with) {
    MemoryKey key = new MemoryKey(this, channel, operations);
    key.attach(with);
    keys.add(key);
    touch();
    return key;
  }

  private void touch() {
    Points points = Points.here();
    if (points != null) {
      points.touch(this, Points.CONTENTS, true);
    }
  }

  @Override
  public int selectNow() {
    return select(0, false);
  }

  @Override
  public int select() {
    return select(-1, true);
  }

  @Override
  public int select(long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("a negative time: " + millis);
    }
    return select(millis == 0 ? -1 : TimeUnit.MILLISECONDS.toNanos(millis), true);
  }

  private int select(long nanos, boolean waits) {
    requireOpen();
    Points points = Network.points();
    points.access(SELECT, this, Points.CONTENTS, true);
    requireOpen();
    removeCancelled();
    Map<MemoryKey, Integer> asked = new LinkedHashMap<>();
    keys.forEach(key -> asked.put((MemoryKey) key, ((MemoryKey) key).interest()));
    if (waits && !ready(asked)) {
      await(points, nanos, asked);
    }
    points.touch(this, Points.CONTENTS, true);
    woken = false;
    if (!isOpen()) {
      return 0;
    }
    removeCancelled();
    return collect(points, asked);
  }

  private void await(Points points, long nanos, Map<MemoryKey, Integer> asked) {
    try {
      Waits.interruptibly(
          points,
          SELECT,
          "a channel that is ready",
          Waiting.WORK,
          this,
          Points.CONTENTS,
          nanos,
          () -> ready(asked));
    } catch (InterruptedException woken) {
      points.interrupt(points.thread()); // it returns, and stays interrupted
    }
  }

  private boolean ready(Map<MemoryKey, Integer> asked) {
    if (woken || !isOpen()) {
      return true;
    }
    for (Map.Entry<MemoryKey, Integer> one : asked.entrySet()) {
      MemoryKey key = one.getKey();
      if (key.isValid() && key.selectable().ready(one.getValue()) != 0) {
        return true;
      }
    }
    return false;
  }

  private int collect(Points points, Map<MemoryKey, Integer> asked) {
    int changed = 0;
    for (Map.Entry<MemoryKey, Integer> one : asked.entrySet()) {
      MemoryKey key = one.getKey();
      if (!key.isValid()) {
        continue;
      }
      key.selectable().look(points);
      int ready = key.selectable().ready(one.getValue());
      if (ready != 0) {
        boolean had = !selected.add(key);
        int before = had ? key.ready() : 0;
        key.ready(before | ready);
        changed += had && (before | ready) == before ? 0 : 1;
      }
    }
    return changed;
  }

  private void removeCancelled() {
    Set<SelectionKey> cancelled = cancelledKeys();
    synchronized (cancelled) {
      for (SelectionKey key : cancelled) {
        keys.remove(key);
        selected.remove(key);
        deregister((MemoryKey) key);
      }
      cancelled.clear();
    }
  }

  @Override
  public Selector wakeup() {
    Points points = Points.here();
    if (points != null) {
      points.access(WAKEUP, this, Points.CONTENTS, true);
    }
    woken = true;
    return this;
  }

  @Override
  protected void implCloseSelector() {
    woken = true;
    for (SelectionKey key : keys) {
      deregister((MemoryKey) key);
    }
    keys.clear();
    selected.clear();
    touch();
  }
}
