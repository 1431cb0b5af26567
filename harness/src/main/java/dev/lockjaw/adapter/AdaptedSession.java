package dev.lockjaw.adapter;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.Status;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import dev.lockjaw.monitor.RefusedEntryException;
import dev.lockjaw.result.Act;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Driving;
import dev.lockjaw.session.Receiver;
import dev.lockjaw.session.Refusal;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.sync.DoubleLockException;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/**
 * A user's session, driven as one of Lockjaw's own. It decides when it delivers and where it waits;
 * a scenario's wishes do not apply.
 *
 * <p>Its TLS engine counts as freed at the end of the operation that has closed the engine,
 * whichever thread that ran on: a free may be left to the last one out. From then on no thread may
 * be inside the engine or enter it. Closing the wire frees nothing: it wakes blocked threads, and
 * the engine still belongs to them.
 */
public final class AdaptedSession implements SessionUnderTest {
  private static final Act AWAITS_INPUT = Act.waitFor("input");

  /** See {@link #performs}. */
  private static final ThreadLocal<Boolean> PERFORMING = ThreadLocal.withInitial(() -> false);

  private final String name;
  private final Act deliver;
  private final Sync sync;
  private final SessionAdapter adapter;
  private final ContractMonitor monitor;
  private final Closers closers;
  private final WireChannel wire;
  private final WireTail tail;
  private final Endpoint endpoint;
  private final GivenConnection given;
  private final boolean blocking;

  /**
   * What its steps touch besides; null for everything. What a session keeps in its own fields and
   * locks is known only of woven classes.
   */
  private final Shared state;

  private final SessionCalls calls;
  private Receiver receiver = data -> {};
  private UserSession session;
  private volatile Visit closing;

  /** Messages that the scenario has got. Delivered by one thread at a time. */
  private volatile int deliveries;

  /** How many of them the reader has seen. Only its thread uses this. */
  private int delivered;

  /**
   * Whether the last read returned before it delivered anything: the session may do so later, on
   * another thread. The reader then waits for input or for that, and not inside the session.
   */
  private boolean owesDelivery;

  private volatile Thread reader;

  /** Whose queries of the engine are steps; null before there is one. */
  private volatile Thread asker;

  private volatile boolean ticked;
  private volatile boolean freeing;
  private volatile boolean closed;

  /**
   * @param name the name of the session, unlike any other of the run
   * @param stack makes the endpoint over the session's I/O
   */
  public AdaptedSession(
      String name,
      Sync sync,
      SessionAdapter adapter,
      ContractMonitor monitor,
      WireEnd end,
      Function<Io, Endpoint> stack) {
    this.name = name;
    this.deliver = Act.of(Act.Kind.DELIVER, name, "deliver");
    this.sync = sync;
    this.adapter = adapter;
    this.monitor = monitor;
    this.closers = new Closers(monitor);
    this.blocking = adapter.driving() == Driving.BLOCKING;
    boolean woven = WeavingLoader.made(adapter);
    this.state = woven ? new Shared(name) : null;
    this.calls = new SessionCalls(sync, name, woven);
    this.wire = new WireChannel(sync, end, monitor::released, this::leaveTail, state != null);
    this.tail = new WireTail(sync, name, wire);
    this.endpoint = stack.apply(wire.io());
    this.given = new GivenConnection(name, adapter, sync, state, monitor, wire, endpoint);
  }

  @Override
  public void open() {
    if (blocking) {
      wire.block();
    }
    given.opens();
    before("open a session", () -> session = adapter.open(new Opening(this, sync)));
  }

  @Override
  public void establish() {
    before("shake hands", () -> session.handshake());
  }

  private void before(String what, UserSession.Action call) {
    wire.opening(true);
    try {
      Openings.during(adapter, what, call);
    } finally {
      wire.opening(false);
    }
  }

  /** What the user has opened; null before. */
  public UserSession user() {
    return session;
  }

  boolean opening() {
    return wire.opening();
  }

  /** Whether the calling thread is one of a scenario's, inside a method of a session. */
  static boolean performs() {
    return PERFORMING.get();
  }

  String status() {
    return given.tls().status();
  }

  /** The connection in the shapes that a session can ask for. */
  GivenConnection given() {
    return given;
  }

  SSLEngine engine() {
    return given.engine(closers, this::closesHere, this::asks);
  }

  void shutdown() {
    wire.shutdown();
  }

  void deliver(Consumer<Receiver> message) {
    calls.point(deliver);
    message.accept(receiver);
    deliveries++;
    if (Thread.currentThread() != reader) {
      sync.changed(wire.end().input()); // the reader may wait for it
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onReceive(Delivery delivery, Receiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void drive(Driving driving) {}

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public boolean closed() {
    return closed;
  }

  @Override
  public Status handshake() {
    return call(SessionCalls.HANDSHAKE, session::handshake);
  }

  /** QUEUED at best: whether it was sent at once or will be later, the session doesn't say. */
  @Override
  public Status send(byte[] data) {
    Status status = call(SessionCalls.SEND, () -> session.send(data));
    tail.flush();
    return status == Status.OK ? Status.QUEUED : status;
  }

  @Override
  public Status dispatch(Supplier<Status> send) {
    return send.get();
  }

  @Override
  public Status receive() {
    if (ticked) {
      ticked = false;
      return call(SessionCalls.IDLE, session::idle);
    }
    boolean owes = owesDelivery;
    if (!blocking || owes) {
      sync.await(
          AWAITS_INPUT,
          Waiting.IO,
          wire.end().input(),
          () -> closed || ticked || wire.readable() || owes && deliveries != delivered);
    }
    if (owes && deliveries != delivered) {
      delivered = deliveries;
      owesDelivery = false;
      return Status.OK;
    }
    delivered = deliveries;
    reader = Thread.currentThread();
    calls.look(SessionCalls.RECEIVE);
    Status status = perform(SessionCalls.RECEIVE, session::receive);
    owesDelivery = deliveries == delivered;
    delivered = deliveries;
    if (wire.pending()) {
      tail.leaveToSelector(); // the peer may have no room before this thread reads on
    }
    calls.looked();
    return closed || wire.ended() ? Status.CLOSED : status;
  }

  @Override
  public Status queryStatus() {
    asker = Thread.currentThread();
    return call(SessionCalls.STATUS, session::status);
  }

  @Override
  public void idleTick() {
    ticked = true;
    sync.changed(wire.end().input());
  }

  @Override
  public Status free() {
    calls.touched();
    monitor.freeCalled();
    freeing = true;
    closers.begins();
    Status status = call(SessionCalls.FREE, session::free);
    closers.ended(this::freeAgain);
    calls.touched();
    closed = true;
    sync.changed(wire.end().input());
    return status;
  }

  @Override
  public boolean freeAccepted() {
    return closed;
  }

  /** Leaves kept bytes to a selector's thread, if no call of this session will send them. */
  private void leaveTail() {
    if (!PERFORMING.get() && !opening()) {
      tail.leaveToSelector();
    }
  }

  private Status call(Act act, UserSession.Action call) {
    calls.point(act);
    return perform(act, call);
  }

  private Status perform(Act act, UserSession.Action call) {
    boolean before = PERFORMING.get();
    PERFORMING.set(true);
    try {
      call.run();
      return Status.OK;
    } catch (ClosedChannelException gone) {
      return Status.CLOSED;
    } catch (DoubleLockException | RefusedEntryException reported) {
      throw reported;
    } catch (IOException failed) {
      if (failed instanceof SocketTimeoutException && act == SessionCalls.RECEIVE) {
        return Status.OK; // nothing has arrived in time
      }
      return closedOr(act, new UncheckedIOException(failed));
    } catch (RuntimeException failed) {
      return closedOr(act, failed);
    } catch (Exception failed) {
      return closedOr(act, new UndeclaredThrowableException(failed));
    } finally {
      PERFORMING.set(before);
      settle();
    }
  }

  /**
   * After a free was called, an exception is how the session says that it is closed; after a wait
   * that the explorer let time out, that it was not done this time.
   */
  private Status closedOr(Act act, RuntimeException failed) {
    if (Refusal.is(failed)) {
      calls.touched();
      if (freeing) {
        calls.note(Thrown.step(failed, monitor.recording()));
        return Status.CLOSED;
      }
      if (Thrown.inHaste()) {
        return act == SessionCalls.RECEIVE ? Status.OK : Status.CLOSED;
      }
    }
    throw failed;
  }

  private void freeAgain() {
    call(SessionCalls.FREE_AGAIN, session::free);
  }

  Closers closers() {
    return closers;
  }

  /** Runs a task of the session's on an executor: a part of a free, or of none if that is null. */
  void inside(Runnable task, Closers.Free free) {
    closers.take(free);
    try {
      task.run();
    } finally {
      settle();
    }
    closers.ended(this::freeAgain);
  }

  private boolean asks() {
    return Thread.currentThread() == asker;
  }

  /** The calling thread is closing the engine. */
  private void closesHere() {
    monitor.released();
    if (closing == null) {
      closing = monitor.visit(OperationKind.FREE);
    }
  }

  /** Counts the engine as freed if the operation that ends here has closed it. */
  private void settle() {
    Visit closed = closing;
    if (closed != null && closed.thread() == Thread.currentThread() && !monitor.isFreed()) {
      // touches everything, so that an operation still inside, under a lock, is found after this
      if (state != null) {
        sync.touch(null);
      }
      monitor.leave(monitor.enter(closed));
    }
  }
}
