package dev.lockjaw.run;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.wire.Patience;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * A wire's end at which whatever is written is answered at once, on the thread that wrote it; if
 * two write, by one of them after the other, as it is one peer that answers.
 */
final class AnsweredEnd implements WireEnd {
  private final Sync sync;
  private final WireEnd end;
  private final Answer answer;
  private volatile boolean answered = true;

  /** Reads what was written and answers it. */
  @FunctionalInterface
  interface Answer {
    /** Returns whether there is no more to be answered. */
    boolean give() throws IOException;
  }

  AnsweredEnd(Sync sync, WireEnd end, Answer answer) {
    this.sync = sync;
    this.end = end;
    this.answer = answer;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int count = end.write(from);
    if (answered) {
      sync.touch(end.input());
      give();
    }
    return count;
  }

  private boolean give() throws IOException {
    synchronized (end) {
      return answer.give();
    }
  }

  /**
   * Waits until there is no more to be answered; from then on it is an end like others.
   *
   * @throws IOException if that does not come about
   */
  void answerAll() throws IOException {
    Patience.until(
        () -> {
          try {
            return give();
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        },
        "waits for the handshake's end");
    answered = false;
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
  public int available() {
    return end.available();
  }

  @Override
  public void endOutput() throws IOException {
    end.endOutput();
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
