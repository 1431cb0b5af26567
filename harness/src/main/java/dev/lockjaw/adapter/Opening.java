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
 * The connection over which a session is opened. It has two shapes: {@link #engine} with {@link
 * #wire} for a session that calls {@code wrap} and {@code unwrap} itself, and {@link #tls} for a
 * session over a TLS channel, on every transport. Any thread.
 *
 * <p>A session that drives the engine receives like this:
 *
 * <pre>{@code
 * SSLEngine engine = with.engine();
 * ByteBuffer packets = with.read();
 * ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
 * engine.unwrap(packets, plain);
 * with.received(plain.flip());
 * }</pre>
 *
 * <p>Each call of an engine or a channel is a scheduling point, and so is each delivery; code
 * between two of them runs without a switch, unless {@link dev.lockjaw.junit.Lockjaw#weave} says
 * otherwise. Your own locks, {@code synchronized} or of {@code java.util.concurrent}, need no
 * change. A finding names a lock of {@link #lock} with the stack at which it was taken. Work of the
 * session's own threads belongs on an {@link #executor}. An outside thread, which belongs to no
 * run, makes the cell an error if it enters the session.
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

  /** The name of the session in findings, such as {@code client}. */
  public String name() {
    return session.name();
  }

  /**
   * The transport's engine. Its handshake is complete, unless {@link SessionAdapter#shakesHands}.
   *
   * @throws MisfitException if the transport has no engine; do not catch it
   */
  public SSLEngine engine() {
    return session.engine();
  }

  /**
   * The encrypted bytes, as a socket's channel. Closing it wakes every thread that is blocked in
   * it.
   */
  public ByteChannel wire() {
    return session.wire();
  }

  /**
   * Reads once from {@link #wire}. Empty if nothing has arrived and the channel does not block.
   *
   * @throws ClosedChannelException if either end has closed the wire
   * @throws IOException if the wire fails
   */
  public ByteBuffer read() throws IOException {
    ByteBuffer packets = ByteBuffer.allocate(READ);
    if (session.wire().read(packets) < 0) {
      throw new ClosedChannelException();
    }
    return packets.flip();
  }

  /**
   * The plaintext, with the TLS stack underneath. {@code read} and {@code write} call the stack,
   * and {@code close} frees it. Unlike a socket's, {@code close} neither waits for threads inside
   * nor wakes them; {@link #shutdown} wakes them.
   */
  public ByteChannel tls() {
    return session.tls();
  }

  /**
   * What the stack under {@link #tls} answers to its status calls, such as TLS version and cipher
   * suite, for people. A call of the stack as {@code read} is: it must not be made after {@code
   * close}, nor beside another thread's call where the stack allows only one.
   */
  public String status() {
    return session.status();
  }

  /** Makes every thread that is blocked in a channel return, as shutting down a socket does. */
  public void shutdown() {
    session.shutdown();
  }

  /**
   * Delivers a message to the scenario. Call it with each message that arrives.
   *
   * @param data the scenario's to keep
   */
  public void received(byte[] data) {
    session.deliver(receiver -> receiver.received(data));
  }

  /** As {@link #received(byte[])}, with a copy of the bytes that remain in a buffer. */
  public void received(ByteBuffer data) {
    byte[] copy = new byte[data.remaining()];
    data.get(copy);
    received(copy);
  }

  /** Reports to the scenario that nothing has arrived for a while; see {@link Hook#IDLE_TICK}. */
  public void idle() {
    session.deliver(Receiver::idle);
  }

  /**
   * A lock that a thread cannot take twice. In production, use a lock of your choice.
   *
   * @param name as findings show it, followed by the session's name in parentheses
   */
  public Lock lock(String name) {
    return new GivenLock(sync.mutex(name + '(' + name() + ')', false));
  }

  /**
   * A lock that a thread can take again, as {@link java.util.concurrent.locks.ReentrantLock}.
   *
   * @param name as findings show it, followed by the session's name in parentheses
   */
  public Lock reentrantLock(String name) {
    return new GivenLock(sync.mutex(name + '(' + name() + ')', true));
  }

  /**
   * An executor with one thread, which runs tasks in their order and ends with the run. While the
   * session is being opened there is no such thread yet, and the caller runs the task.
   *
   * @param name as findings show it
   */
  public Executor executor(String name) {
    return new GivenExecutor(session, sync, name, sync.executor(name));
  }

  /**
   * Runs a task on an executor of {@link #executor} and waits for it, as {@code Future.get} does. A
   * finding shows the wait. On the executor's own thread, and while the session is being opened,
   * the caller runs the task.
   *
   * @throws IllegalArgumentException if the executor is not one of {@link #executor}
   * @throws Exception as the task threw it
   */
  public void call(Executor executor, UserSession.Action task) throws Exception {
    if (!(executor instanceof GivenExecutor given)) {
      throw new IllegalArgumentException("this executor was not made by Opening.executor");
    }
    given.call(task);
  }
}
