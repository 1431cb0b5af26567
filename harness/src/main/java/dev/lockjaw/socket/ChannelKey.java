package dev.lockjaw.socket;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectionKey;

/** A channel's registration with a selector. */
final class ChannelKey extends AbstractSelectionKey {
  private final ChannelSelector selector;
  private final SelectableChannel channel;
  private volatile int interest;
  private volatile int ready;

  ChannelKey(ChannelSelector selector, SelectableChannel channel, int interest) {
    this.selector = selector;
    this.channel = channel;
    this.interest = interest;
  }

  @Override
  public SelectableChannel channel() {
    return channel;
  }

  @Override
  public Selector selector() {
    return selector;
  }

  Selectable selectable() {
    return (Selectable) channel;
  }

  @Override
  public int interestOps() {
    requireValid();
    return interest;
  }

  @Override
  public SelectionKey interestOps(int operations) {
    requireValid();
    if ((operations & ~channel.validOps()) != 0) {
      throw new IllegalArgumentException(
          "operations " + operations + " are not those of the channel");
    }
    selector.step(ChannelSelector.Step.INTEREST, this);
    interest = operations;
    return this;
  }

  int interest() {
    return interest;
  }

  @Override
  public int readyOps() {
    requireValid();
    return ready;
  }

  void ready(int operations) {
    ready = operations;
  }

  int ready() {
    return ready;
  }

  private void requireValid() {
    if (!isValid()) {
      throw new CancelledKeyException();
    }
  }
}
