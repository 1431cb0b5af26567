package dev.lockjaw.transport.jna;

import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.NetInput;
import dev.lockjaw.transport.Reusable;
import java.io.IOException;

/**
 * One end of a session on a C library that calls back for its bytes. It is established once and
 * released once. Nothing stops a caller from using it after free.
 */
public abstract class JnaEndpoint implements Endpoint, Reusable {
  /** As often as the call asks for input. */
  public static final int FOREVER = Integer.MAX_VALUE;

  private final Io io;
  private final NetInput input = new NetInput();
  private boolean established;
  private boolean freed;
  private boolean rekeyed;

  public JnaEndpoint(Io io) {
    this.io = io;
  }

  @Override
  public final boolean handshake() throws IOException {
    if (!established) {
      established = shakeHands();
    }
    return established;
  }

  /** Continues the handshake; returns whether it is complete. */
  protected abstract boolean shakeHands() throws IOException;

  @Override
  public final void free() {
    try (NativeCall call = enter(0)) {
      if (established) {
        sayGoodbye();
      }
      freed = true;
      release();
      call.rethrowUnlessClosed();
    }
  }

  /** Sends the close_notify. Errors are ignored. */
  protected abstract void sayGoodbye();

  /** Frees what the library holds for the session. */
  protected abstract void release();

  @Override
  public final void discard() {
    if (!freed) {
      freed = true;
      release();
    }
  }

  /** The session gets other keys than its first ones. */
  protected final void rekeys() {
    rekeyed = true;
  }

  @Override
  public final boolean unhurt() {
    return established && !freed && !rekeyed && input.isEmpty();
  }

  /**
   * Enters the library.
   *
   * @param asks how many times the call may ask for input
   */
  public NativeCall enter(int asks) {
    return new NativeCall(this, io, input, asks);
  }
}
