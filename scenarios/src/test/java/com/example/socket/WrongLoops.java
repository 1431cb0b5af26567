package com.example.socket;

import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;

/** Sessions with an event loop that leave the rules of one. */
final class WrongLoops {
  private WrongLoops() {}

  /** Wakes the loop before it has something to do. */
  static final class WakesTooEarly extends LoopLink {
    WakesTooEarly(Opening with, Selector selector) throws IOException {
      super(with, selector);
    }

    @Override
    public void send(byte[] data) {
      selector.wakeup();
      outbox.add(data);
    }
  }

  /** Seals on the thread that sends. */
  static final class SealsBeside extends LoopLink {
    SealsBeside(Opening with, Selector selector) throws IOException {
      super(with, selector);
    }

    @Override
    public void send(byte[] data) throws IOException {
      wrap(ByteBuffer.wrap(data));
      selector.wakeup();
    }
  }
}
