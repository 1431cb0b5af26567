package dev.lockjaw.session;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.lock.Status;
import dev.lockjaw.mark.Plumbing;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A TLS session as applications wrap one: a transport's endpoint, the lock strategy that guards it,
 * and a receive callback. Any thread may call any method; whether that is safe is what Lockjaw
 * finds out.
 *
 * <p>As in the wrappers in the field, an operation checks the endpoint's reference and then uses
 * it, and {@link #free} sets it to null. Only the strategy stands between the check and the use.
 */
public final class Session implements SessionUnderTest {
  private static final Act AWAITS_INPUT = Act.waitFor("input");
  private static final Act AWAITS_ROOM = Act.waitFor("room");

  /** Bytes; more than a record's plaintext, as JSSE requires. */
  private static final int RECORD = 17 * 1024;

  private final String name;
  private final Sync sync;
  private final Shared state;
  private final SessionActs acts;
  private final ContractMonitor monitor;
  private final SessionIo io;
  private final SessionGuard guard;
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private Delivery delivery = Delivery.AFTER_RELEASE;
  private Receiver receiver = data -> {};
  private Endpoint endpoint;

  /** The reading side's buffer while no thread uses it. */
  private final AtomicReference<ByteBuffer> idlePlain = new AtomicReference<>();

  private boolean blocking;
  private boolean ticked;
  private boolean answerDue;
  private volatile boolean peerClosed;
  private volatile boolean closed;
  private volatile boolean freeAccepted;

  /**
   * @param name unique among the sessions of the run
   * @param stack makes the endpoint over the session's I/O
   */
  public Session(
      String name,
      Sync sync,
      LockStrategy strategy,
      ContractMonitor monitor,
      WireEnd wire,
      Function<Io, Endpoint> stack) {
    this.name = name;
    this.sync = sync;
    this.monitor = monitor;
    this.state = new Shared(name);
    this.acts = SessionActs.of(name);
    this.io = new SessionIo(sync, wire, this::idleInsideRead);
    this.guard = strategy.guard(sync, name, io::interrupt);
    this.endpoint = stack.apply(io);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onReceive(Delivery delivery, Receiver receiver) {
    this.delivery = guard.drives() ? Delivery.AFTER_RELEASE : delivery;
    this.receiver = receiver;
  }

  @Override
  public void drive(Driving driving) {
    blocking = driving == Driving.BLOCKING && !guard.drives();
    io.block(blocking);
  }

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
    while (true) {
      Status status = run(operation(OperationKind.HANDSHAKE, this::shakeHands));
      if (status != Status.WANT_READ) {
        return status;
      }
      awaitInput();
    }
  }

  private Status shakeHands() throws IOException {
    return endpoint.handshake() ? Status.OK : Status.WANT_READ;
  }

  @Override
  public Status send(byte[] data) {
    return dispatch(() -> sendNow(data));
  }

  @Override
  @Plumbing
  public Status dispatch(Supplier<Status> send) {
    return Caller.dispatch(lent -> guard.dispatch(Caller.inCallback(), lent), send);
  }

  @Plumbing
  private Status run(Operation operation) {
    return Caller.ask(() -> guard.run(operation));
  }

  @Plumbing
  private Status sendNow(byte[] data) {
    Status status = run(operation(OperationKind.WRITE, () -> write(ByteBuffer.wrap(data))));
    flush(false);
    return status;
  }

  private Status write(ByteBuffer data) throws IOException {
    monitor.carries(data);
    try {
      endpoint.write(data);
    } catch (IOException refused) {
      if (peerClosed) {
        return Status.CLOSED; // as the stacks differ in what they throw then
      }
      throw refused;
    }
    if (!Caller.hasAsked()) {
      leaveTail(); // a thread of the strategy's: the one that asked may have gone
    }
    return Status.OK;
  }

  @Override
  public Status receive() {
    while (true) {
      if (!blocking) {
        awaitInput();
      }
      Status status = run(operation(OperationKind.READ, this::read));
      boolean delivered = deliver();
      answer();
      delivered |= flush(true);
      if (status != Status.WANT_READ || delivered) {
        return status == Status.WANT_READ ? Status.OK : status;
      }
    }
  }

  private Status read() throws IOException {
    // Taken away while in use: a read beside this one or inside it gets a buffer of its own.
    ByteBuffer idle = idlePlain.getAndSet(null);
    ByteBuffer plain = idle == null ? ByteBuffer.allocate(RECORD) : idle;
    try {
      return read(plain);
    } finally {
      idlePlain.set(plain);
    }
  }

  private Status read(ByteBuffer plain) throws IOException {
    Status status = Status.WANT_READ;
    int count;
    do {
      plain.clear();
      count = endpoint.read(plain);
      if (count > 0) {
        byte[] data = new byte[count];
        plain.flip().get(data);
        take(() -> receiver.received(data));
        status = Status.OK;
      }
      // A blocking read ends with a message, however many reads of the wire that takes.
    } while (blocking ? count == 0 && !ticked : count > 0);
    answerDue |= endpoint.owesOutput();
    peerClosed = peerClosed || count < 0;
    if (ticked) {
      ticked = false;
      status = Status.OK;
    }
    return count < 0 && status != Status.OK ? Status.CLOSED : status;
  }

  /** Delivers the message, or keeps it until the read is over. */
  @Plumbing
  private void take(Runnable message) {
    if (delivery == Delivery.INSIDE) {
      callBack(message);
    } else {
      inbox.add(message);
    }
  }

  private void idleInsideRead() {
    if (guard.drives()) {
      inbox.add(receiver::idle);
    } else {
      ticked = true;
      callBack(receiver::idle);
    }
  }

  private boolean deliver() {
    boolean any = false;
    for (Runnable message = inbox.poll(); message != null; message = inbox.poll()) {
      any = true;
      callBack(message);
    }
    return any;
  }

  @Plumbing
  private void callBack(Runnable message) {
    sync.point(acts.deliver(), state);
    Caller.callBack(message);
  }

  private void awaitInput() {
    sync.await(AWAITS_INPUT, Waiting.IO, io.input(), () -> closed || io.readable());
  }

  /** Sends what the stack owes the peer after a read, as wrappers do when they see NEED_WRAP. */
  private void answer() {
    if (answerDue) {
      answerDue = false;
      run(operation(OperationKind.WRITE, () -> write(ByteBuffer.allocate(0))));
    }
  }

  /**
   * Writes kept bytes to the wire. Waits for room outside any operation.
   *
   * @param reading whether to read meanwhile, because the peer may wait for that
   * @return whether something was read and delivered
   */
  private boolean flush(boolean reading) {
    boolean delivered = false;
    sync.touch(io.output());
    if (Caller.isLent()) {
      leaveTail();
      return false;
    }
    while (!blocking && io.pending() && !closed) {
      sync.await(
          AWAITS_ROOM,
          Waiting.IO,
          io.output(),
          () -> closed || io.writable() || reading && io.readable());
      run(operation(OperationKind.WRITE, true, this::flushWire));
      if (reading && io.readable()) {
        run(operation(OperationKind.READ, this::read));
        delivered |= deliver();
      }
    }
    return delivered;
  }

  /**
   * Leaves kept bytes to a thread of the session's own, as a selector's: a thread of the strategy
   * must not wait for the peer, because the peer may wait for what else that thread has to do.
   */
  private void leaveTail() {
    if (!blocking && io.pending() && !closed) {
      String selector = "selector(" + name + ")";
      sync.once(selector, () -> sync.executor(selector)).execute(() -> flush(false));
    }
  }

  private Status flushWire() throws IOException {
    io.flush();
    return Status.OK;
  }

  @Override
  public Status queryStatus() {
    return run(
        operation(
            OperationKind.STATUS,
            () -> {
              endpoint.status();
              return Status.OK;
            }));
  }

  @Override
  public void idleTick() {
    io.idleTick();
  }

  @Override
  public Status free() {
    monitor.freeCalled();
    Status status = run(operation(OperationKind.FREE, this::release));
    freeAccepted |= status != Status.CLOSED;
    return status;
  }

  @Override
  public boolean freeAccepted() {
    return freeAccepted;
  }

  private Status release() throws IOException {
    endpoint.free();
    sync.point(acts.clearReference(), state);
    endpoint = null;
    closed = true;
    io.close();
    return Status.OK;
  }

  // ---- operations ----

  @FunctionalInterface
  private interface Body {
    Status run() throws IOException;
  }

  private Operation operation(OperationKind kind, Body body) {
    boolean awaited = kind != OperationKind.WRITE && kind != OperationKind.FREE;
    return operation(kind, awaited, body);
  }

  private Operation operation(OperationKind kind, boolean awaited, Body body) {
    return new Operation() {
      @Override
      public boolean awaited() {
        return awaited;
      }

      @Override
      public OperationKind kind() {
        return kind == OperationKind.STATUS ? OperationKind.READ : kind;
      }

      @Override
      @Plumbing
      public Status perform() {
        return inside(kind, body);
      }
    };
  }

  @Plumbing
  private Status inside(OperationKind kind, Body body) {
    if (endpoint == null) {
      sync.note(acts.findsClosed(), state);
      return Status.CLOSED;
    }
    sync.note(acts.findsAlive(), state);
    sync.point(kind.entering(), state);
    ContractMonitor.Visit visit = monitor.enter(kind);
    try {
      Status status = body.run();
      sync.point(kind.leaving(), state);
      return status;
    } catch (ClosedChannelException gone) {
      return Status.CLOSED;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      monitor.leave(visit);
    }
  }
}
