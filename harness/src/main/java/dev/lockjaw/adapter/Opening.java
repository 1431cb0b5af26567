package dev.lockjaw.adapter;

import dev.lockjaw.session.Receiver;
import dev.lockjaw.sync.Resource;
import dev.lockjaw.sync.Sync;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import javax.net.ssl.SSLContext;
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
    return session.given().wire();
  }

  /**
   * The encrypted bytes, as a connected socket, for code that demands one. Its streams block, with
   * any {@link Socket#setSoTimeout}; closing it wakes every thread that is blocked in it. Always
   * the same socket. A time-out passes only while no other thread of the run can move.
   *
   * <p>A session over a TLS socket of its own is a client or a server, as the connection asks:
   *
   * <pre>{@code
   * SSLSocketFactory sockets = with.context().getSocketFactory();
   * SSLSocket tls = (SSLSocket) sockets.createSocket(with.socket(), "localhost", 443, true);
   * tls.setUseClientMode(with.engine().getUseClientMode());
   * }</pre>
   */
  public Socket socket() {
    return session.given().channel().socket();
  }

  /**
   * The encrypted bytes, as a connected {@code SocketChannel} that can be registered with a
   * selector. It blocks until it is configured not to, and writes what there is room for. Its
   * socket is {@link #socket}. Always the same channel.
   *
   * <pre>{@code
   * SocketChannel channel = with.channel();
   * channel.configureBlocking(false);
   * channel.register(with.selector(), SelectionKey.OP_READ);
   * }</pre>
   *
   * <p>In woven code that is explored, {@code Selector.open()} opens such a selector, too. The loop
   * that selects belongs on a thread of woven code or on an {@link #executor}.
   */
  public SocketChannel channel() {
    return session.given().channel();
  }

  /**
   * A selector for {@link #channel} and those of other sessions; each call opens one. The JDK's own
   * selectors refuse these channels, and this one refuses the JDK's.
   */
  public Selector selector() throws IOException {
    return session.given().channel().provider().openSelector();
  }

  /**
   * What a session makes TLS sockets or engines of its own from, over {@link #socket} or {@link
   * #wire}. They trust the peer and speak the protocol of the test. The session then performs the
   * handshake itself; see {@link SessionAdapter#shakesHands}.
   *
   * @throws MisfitException if the transport has no such context; do not catch it
   * @throws IllegalStateException if {@link SessionAdapter#shakesHands} returns false
   */
  public SSLContext context() {
    return session.given().context();
  }

  /**
   * Reads once from {@link #wire}. Empty if nothing has arrived and the channel does not block.
   *
   * @throws ClosedChannelException if either end has closed the wire
   * @throws IOException if the wire fails
   */
  public ByteBuffer read() throws IOException {
    ByteBuffer packets = ByteBuffer.allocate(READ);
    if (session.given().wire().read(packets) < 0) {
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
    return session.given().tls();
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
   * Declares that the session has taken a resource that it must give back once, such as a buffer of
   * a pool. Lockjaw cannot see it otherwise: it watches the engine and the wire only.
   *
   * <pre>{@code
   * Resource packet = with.taken("packet"); // where the session takes it from the pool
   * packet.giveBack(); // where the session returns it
   * }</pre>
   *
   * @param name as findings show it, followed by the session's name in parentheses
   */
  public Resource taken(String name) {
    return sync.taken(name(), name);
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
   * Starts a thread of the session's own, such as an event loop. It begins when the threads of the
   * scenario do, and need not end. Woven code starts its threads itself; code that is not woven
   * needs this, and a test under stress weaves nothing.
   *
   * @param name as findings show it
   */
  public void start(String name, Runnable task) {
    sync.executor(name).execute(task);
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
