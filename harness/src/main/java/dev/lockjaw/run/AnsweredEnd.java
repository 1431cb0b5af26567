package dev.lockjaw.run;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A wire's end at which whatever is written is answered at once, on the thread that wrote it; if
 * two write, by one of them after the other, as it is one peer that answers.
 */
record AnsweredEnd(Sync sync, WireEnd end, Answer answer) implements WireEnd {
  /** Reads what was written and answers it. */
  @FunctionalInterface
  interface Answer {
    void give() throws IOException;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int count = end.write(from);
    sync.touch(end.input());
    synchronized (end) {
      answer.give();
    }
    return count;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return end.read(into);
  }

  @Override
  public boolean readable() {
    return end.readable();
  }

  @Override
  public boolean writable() {
    return end.writable();
  }

  @Override
  public Shared input() {
    return end.input();
  }

  @Override
  public Shared output() {
    return end.output();
  }

  @Override
  public void close() {
    end.close();
  }
}
