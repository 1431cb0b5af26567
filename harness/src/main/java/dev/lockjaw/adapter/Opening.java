package dev.lockjaw.adapter;

import dev.lockjaw.session.Receiver;
import dev.lockjaw.sync.Sync;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import javax.net.ssl.SSLEngine;
import org.apiguardian.api.API;

/**
 * What a session is opened with: an established TLS connection, in either of two shapes. {@link
 * #engine} with {@link #wire} is for a session that calls {@code wrap} and {@code unwrap} itself;
 * {@link #tls} is for one that is layered over a TLS socket, and works on every transport. Each
 * call into these is a scheduling point, and so is each delivery; what happens between two of them
 * is run without a switch.
 *
 * <p>Locks of your own, {@code synchronized} or from {@code java.util.concurrent}, need no change:
 * the explorer sees who is blocked. Those from {@link #lock} are told of with the stack at which
 * they were taken. Threads of your own are not seen; hand work to {@link #executor}.
 */
@API(status = API.Status.STABLE)
public final class Opening {
  /** More than any record has. */
  private static final int READ = 20_000;

  private final AdaptedSession session;
  private final Sync sync;

  Opening(AdaptedSession session, Sync sync) {
    this.session = session;
    this.sync = sync;
  }

  /** Tells the session from others of the run, such as {@code client}. */
  public String name() {
    return session.name();
  }

  /**
   * The transport's engine, its handshake complete unless the session is to make it ({@link
   * SessionAdapter#shakesHands}).
   *
   * @throws MisfitException if the transport has none; let it pass
   */
  public SSLEngine engine() {
    return session.engine();
  }

  /** The encrypted bytes, as a socket's channel; closing it wakes whoever is blocked in it. */
  public ByteChannel wire() {
    return session.wire();
  }

  /**
   * Reads from {@link #wire}, once: what there is, or what has come when it has waited. Empty if
   * nothing has.
   *
   * @throws ClosedChannelException if it was closed, at either end
   */
  public ByteBuffer read() throws IOException {
    ByteBuffer packets = ByteBuffer.allocate(READ);
    if (session.wire().read(packets) < 0) {
      throw new ClosedChannelException();
    }
    return packets.flip();
  }

  /**
   * The plaintext, with the TLS stack underneath: {@code read} and {@code write} are its read and
   * write, {@code close} frees it. Unlike a socket's, {@code close} doesn't wait for those inside,
   * nor wake them; {@link #shutdown} does that.
   */
  public ByteChannel tls() {
    return session.tls();
  }

  /** Makes whoever is blocked in a channel return, as shutting a socket down does. Any thread. */
  public void shutdown() {
    session.shutdown();
  }

  /** To be called with what came in. */
  public void received(byte[] data) {
    session.deliver(receiver -> receiver.received(data));
  }

  /** As {@link #received(byte[])}, with what a buffer has remaining. */
  public void received(ByteBuffer data) {
    byte[] copy = new byte[data.remaining()];
    data.get(copy);
    received(copy);
  }

  /** To be called when nothing has come in for a while; see {@link Hook#IDLE_TICK}. */
  public void idle() {
    session.deliver(Receiver::idle);
  }

  /** A lock that a thread can't take twice. In production, a lock of your choice. */
  public Lock lock(String name) {
    return new GivenLock(sync.mutex(name + '(' + name() + ')', false));
  }

  /** A lock that a thread may take again, as {@link java.util.concurrent.locks.ReentrantLock}. */
  public Lock reentrantLock(String name) {
    return new GivenLock(sync.mutex(name + '(' + name() + ')', true));
  }

  /**
   * One thread of its own that runs what it is given, in that order; it ends with the run. While
   * the session is being opened there is no such thread yet, and the caller runs it.
   */
  public Executor executor(String name) {
    return new GivenExecutor(session, sync, name, sync.executor(name));
  }

  /**
   * Has an executor of {@link #executor} do something, and waits until it is done, as {@code
   * Future.get} would; but who waits, and for what, is seen. On that executor's own thread, and
   * while the session is being opened, it is done at once.
   *
   * @throws Exception what the task has thrown
   */
  public void call(Executor executor, UserSession.Action task) throws Exception {
    if (!(executor instanceof GivenExecutor told)) {
      throw new IllegalArgumentException("this executor is none of Opening.executor");
    }
    told.call(task);
  }
}
