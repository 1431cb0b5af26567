package dev.lockjaw.run;

import dev.lockjaw.adapter.AdapterException;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.arena.Arena;
import dev.lockjaw.arena.ArenaTaskQueue;
import dev.lockjaw.arena.Body;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.session.Peer;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.EndpointPair;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.transport.Io;
import dev.lockjaw.wire.MemoryWire;
import dev.lockjaw.wire.WireEnd;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Where a scenario is arranged for one run: it makes connections and takes actors and checks. Only
 * the thread that arranges may use it; checks and actors may report.
 */
@API(status = API.Status.STABLE)
public final class Stage {
  /** Bytes that each direction of a wire holds, unless the scenario bounds it. */
  public static final int WIRE = 256 * 1024;

  private final Arena run;
  private final Cell cell;
  private final EndpointPairs source;
  private final Sessions maker;
  private final List<Watched> sessions = new ArrayList<>(2);
  private final List<Check> checks = new ArrayList<>(2);
  private final List<EndpointPair> pairs = new ArrayList<>(2);
  private long connectNanos;
  private int reused;

  /** A check that is made after all actors have ended. */
  @FunctionalInterface
  @API(status = API.Status.STABLE)
  public interface Check {
    void run() throws IOException;
  }

  /** A connection whose session is yet to be opened; see {@link #connectLater}. */
  @FunctionalInterface
  @API(status = API.Status.STABLE)
  public interface LateConnection {
    /**
     * Opens the session. Call it once, from any thread.
     *
     * @throws IOException if the session's own handshake fails
     */
    Connection connect() throws IOException;
  }

  /**
   * A session of the run.
   *
   * @param executors that were made with it
   */
  private record Watched(
      SessionUnderTest session, ContractMonitor monitor, List<ArenaTaskQueue> executors)
      implements FinishedSession {
    @Override
    public String name() {
      return session.name();
    }

    @Override
    public boolean freeAccepted() {
      return session.freeAccepted();
    }

    @Override
    public boolean freed() {
      return monitor.isReleased();
    }

    @Override
    public List<String> runningExecutors() {
      return executors.stream().filter(ArenaTaskQueue::running).map(ArenaTaskQueue::name).toList();
    }
  }

  /** Makes the TLS endpoint of one side of a connection. */
  @FunctionalInterface
  private interface Side {
    Endpoint make(Io io) throws IOException;
  }

  Stage(Arena run, Cell cell, EndpointPairs source) {
    this.run = run;
    this.cell = cell;
    this.source = source;
    this.maker = cell.sessions();
  }

  /** Makes the locks and words that the scenario's own code shares between actors. */
  public Sync sync() {
    return run;
  }

  /** Whether the sessions of this run have a hook. Sessions of Lockjaw's own have all hooks. */
  public boolean offers(Hook hook) {
    return maker.hooks().contains(hook);
  }

  /**
   * An established session with an independent peer.
   *
   * @param name of the session in findings
   * @throws IOException if the handshake fails
   */
  public Connection connect(String name) throws IOException {
    return connectLater(name).connect();
  }

  /**
   * A session that is opened only when the scenario says so: in an actor, after another one was
   * freed. The connection is there before the actors begin.
   *
   * @param name of the session in findings
   * @throws IOException if the handshake fails
   */
  public LateConnection connectLater(String name) throws IOException {
    MemoryWire wire = new MemoryWire(run, name, WIRE);
    EndpointPair ends = takePair();
    if (maker.shakeHands()) {
      return () -> answered(name, wire, ends);
    }
    SessionUnderTest session = session(name, wire.wire().client(), ends::client);
    Peer peer = new Peer(wire.wire().server(), stack(ends::server));
    establish(ends);
    return () -> {
      session.open();
      return new Connection(session, peer, wire);
    };
  }

  /** A session that has shaken hands itself, with a peer that has answered. */
  private Connection answered(String name, MemoryWire wire, EndpointPair ends) throws IOException {
    Peer peer = new Peer(wire.wire().server(), stack(ends::server));
    AnsweredEnd client = new AnsweredEnd(run, wire.wire().client(), peer.endpoint()::handshake);
    SessionUnderTest session = session(name, client, ends::client);
    long start = System.nanoTime();
    session.open();
    session.establish();
    client.answerAll();
    connectNanos += System.nanoTime() - start;
    return new Connection(session, peer, wire);
  }

  /**
   * A session that has not yet shaken hands. Its peer answers each message at once, on the thread
   * that sends it.
   *
   * @param name of the session in findings
   */
  public Connection dialAnswering(String name) {
    MemoryWire wire = new MemoryWire(run, name, WIRE);
    EndpointPair ends = source.unused();
    pairs.add(ends);
    Peer peer = new Peer(wire.wire().server(), stack(ends::server));
    WireEnd client = new AnsweredEnd(run, wire.wire().client(), peer.endpoint()::handshake);
    SessionUnderTest session = session(name, client, ends::freshClient);
    session.open();
    return new Connection(session, peer, wire);
  }

  /**
   * An established connection with a session under test at each end.
   *
   * @param client the name of the client's session in findings
   * @param server the name of the server's session in findings
   * @throws IOException if the handshake fails
   */
  public SessionPair pair(String client, String server) throws IOException {
    MemoryWire wire = new MemoryWire(run, client + "-" + server, WIRE);
    EndpointPair ends = takePair();
    SessionPair pair =
        new SessionPair(
            session(client, wire.wire().client(), ends::client),
            session(server, wire.wire().server(), ends::server),
            wire);
    if (maker.shakeHands()) {
      shakeHands(pair);
      return pair;
    }
    establish(ends);
    pair.client().open();
    pair.server().open();
    return pair;
  }

  /** Each end on a thread of its own, as either may wait for the other. */
  private void shakeHands(SessionPair pair) throws IOException {
    long start = System.nanoTime();
    FutureTask<Void> server = new FutureTask<>(pair.server()::establish, null);
    pair.client().open();
    pair.server().open();
    Thread thread = new Thread(server, "lockjaw-handshake");
    thread.setDaemon(true);
    Points woven = Here.opening();
    if (woven == null) {
      thread.start();
    } else {
      woven.start(thread, server);
    }
    pair.client().establish();
    if (woven != null) {
      woven.letOthersMove();
      if (!server.isDone()) {
        throw new IOException("the server's handshake does not end, and the client's has ended");
      }
    }
    try {
      server.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted in mid-handshake", e);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof AdapterException own) {
        throw own;
      }
      throw new IOException("the server's handshake failed: " + failed.getCause(), failed);
    }
    connectNanos += System.nanoTime() - start;
  }

  private SessionUnderTest session(String name, WireEnd end, Side side) {
    ContractMonitor monitor =
        new ContractMonitor(
            name,
            cell.transport().contract(),
            !cell.transport().survivesMisuse() && !cell.conditions().letCrash(),
            run,
            this::report);
    int before = run.executors().size();
    SessionUnderTest session = maker.make(name, run, monitor, end, stack(side));
    List<ArenaTaskQueue> executors = run.executors();
    sessions.add(new Watched(session, monitor, executors.subList(before, executors.size())));
    return session;
  }

  private Function<Io, Endpoint> stack(Side side) {
    return io -> {
      long start = System.nanoTime();
      try {
        return side.make(io);
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      } finally {
        connectNanos += System.nanoTime() - start;
      }
    };
  }

  private EndpointPair takePair() {
    EndpointPair ends = source.take();
    reused += ends.established() ? 1 : 0;
    pairs.add(ends);
    return ends;
  }

  private void establish(EndpointPair ends) throws IOException {
    long start = System.nanoTime();
    ends.establish();
    connectNanos += System.nanoTime() - start;
  }

  /**
   * Gives the TLS endpoints back. Last of all.
   *
   * @param clean whether nothing was seen in the run, and every actor ended well
   */
  void giveBack(boolean clean) {
    pairs.forEach(pair -> source.giveBack(pair, clean));
  }

  /** How many connections got a TLS session of an earlier run. */
  int reused() {
    return reused;
  }

  long connectNanos() {
    return connectNanos;
  }

  /**
   * Adds an actor: a thread that runs a body once.
   *
   * @param name of the thread in findings, unique within the run
   */
  public void actor(String name, Body body) {
    run.actor(name, body);
  }

  /**
   * Adds an actor that begins when every other one has ended, if none of them failed. What a
   * session must still do after the others belongs here and not in a check: its own executors run
   * only as long as actors do. An {@link IOException} that it throws is reported as one of a check
   * is.
   *
   * @param name of the thread in findings, unique within the run
   */
  public void afterwards(String name, Check body) {
    AtomicReference<IOException> broken = new AtomicReference<>();
    run.afterwards(
        name,
        () -> {
          try {
            body.run();
          } catch (IOException failed) {
            broken.set(failed);
          } catch (UncheckedIOException failed) {
            broken.set(failed.getCause());
          }
        });
    check(
        () -> {
          if (broken.get() != null) {
            throw broken.get();
          }
        });
  }

  /** The name of the calling thread in this run. */
  String thread() {
    return run.thread();
  }

  /** How often an executor has refused a task of the calling thread. */
  int refusals() {
    return run.refusals();
  }

  /** What has watched a session of this run. */
  Optional<ContractMonitor> monitor(SessionUnderTest session) {
    return sessions.stream()
        .filter(watched -> watched.session() == session)
        .map(Watched::monitor)
        .findFirst();
  }

  /** How many steps the run has taken; 0 if it counts none. */
  int steps() {
    return run.steps();
  }

  /** Adds a check. It is made after the run if every actor has ended. */
  public void check(Check check) {
    checks.add(check);
  }

  /**
   * Reports a fault that a check found.
   *
   * @param message the same each time that the fault is found
   */
  public void report(FindingKind kind, String message) {
    report(kind, message, message);
  }

  /**
   * Reports a fault that a check found, with a message that differs from run to run.
   *
   * @param key the same each time that the fault is found
   * @param message what people read, such as a TLS stack's own words
   */
  public void report(FindingKind kind, String key, String message) {
    report(kind, key, () -> new Finding(kind, message, List.of(), null));
  }

  private void report(FindingKind kind, String key, Supplier<Finding> evidence) {
    run.report(kind, key, evidence);
  }

  /** The run as oracles see it, once its actors are done. */
  FinishedRun finished() {
    return new Finished(run, List.copyOf(sessions), checks);
  }
}
