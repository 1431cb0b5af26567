package dev.lockjaw.socket;

import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A selector of a run. As on Linux, a selection that waits sees neither keys nor interests that
 * come meanwhile. Any thread may register, wake it up and close it; one at a time selects.
 */
public abstract class ChannelSelector extends AbstractSelector {
  /** In the order in which they were registered, so that runs repeat. */
  private final Set<SelectionKey> keys = new CopyOnWriteArraySet<>();

  private final Set<SelectionKey> selected = Collections.synchronizedSet(new LinkedHashSet<>());
  private volatile boolean woken;

  /** What a thread is about to do. */
  protected enum Step {
    SELECT,
    WAKE_UP,
    INTEREST
  }

  protected ChannelSelector(SelectorProvider provider) {
    super(provider);
  }

  /**
   * A scheduling point, if the calling thread is of the run.
   *
   * @param on the selector or a key
   */
  protected abstract void step(Step step, Object on);

  /** Says that the calling thread has changed the selector. No scheduling point. */
  protected abstract void touch();

  /** Says that the calling thread's selection has found nothing new. No scheduling point. */
  protected abstract void foundNothing();

  /**
   * Waits. An interrupt ends the wait, and the thread stays interrupted.
   *
   * @param nanos the longest wait; negative for no limit
   */
  protected abstract void await(long nanos, BooleanSupplier ready);

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
    ChannelKey key = new ChannelKey(this, channel, operations);
    key.attach(with);
    keys.add(key);
    touch();
    return key;
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
    step(Step.SELECT, this);
    requireOpen();
    removeCancelled();
    Map<ChannelKey, Integer> asked = new LinkedHashMap<>();
    keys.forEach(key -> asked.put((ChannelKey) key, ((ChannelKey) key).interest()));
    if (waits && !ready(asked)) {
      await(nanos, () -> ready(asked));
    }
    boolean wasWoken = woken;
    woken = false;
    if (!isOpen()) {
      touch();
      return 0;
    }
    removeCancelled();
    int changed = collect(asked);
    if (changed > 0 || wasWoken || waits) {
      touch();
    } else {
      foundNothing();
    }
    return changed;
  }

  private boolean ready(Map<ChannelKey, Integer> asked) {
    if (woken || !isOpen()) {
      return true;
    }
    for (Map.Entry<ChannelKey, Integer> one : asked.entrySet()) {
      ChannelKey key = one.getKey();
      if (key.isValid() && key.selectable().ready(one.getValue()) != 0) {
        return true;
      }
    }
    return false;
  }

  private int collect(Map<ChannelKey, Integer> asked) {
    int changed = 0;
    for (Map.Entry<ChannelKey, Integer> one : asked.entrySet()) {
      ChannelKey key = one.getKey();
      if (!key.isValid()) {
        continue;
      }
      key.selectable().look();
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
        deregister((ChannelKey) key);
      }
      cancelled.clear();
    }
  }

  @Override
  public Selector wakeup() {
    step(Step.WAKE_UP, this);
    woken = true;
    touch();
    return this;
  }

  @Override
  protected void implCloseSelector() {
    woken = true;
    for (SelectionKey key : keys) {
      deregister((ChannelKey) key);
    }
    keys.clear();
    selected.clear();
    touch();
  }
}
