package dev.lockjaw.adapter;

import dev.lockjaw.engine.ProbedEngine;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.session.Driving;
import dev.lockjaw.socket.StreamChannel;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.woven.net.Provided;
import java.nio.channels.ByteChannel;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The shapes in which a session is given its connection, each made when it is first asked for. */
final class GivenConnection {
  private final String name;
  private final SessionAdapter adapter;
  private final Sync sync;
  private final Shared state;
  private final ContractMonitor monitor;
  private final WireChannel wire;
  private final Endpoint endpoint;
  private SSLEngine engine;
  private TlsChannel tls;
  private StreamChannel channel;
  private SSLContext context;

  /**
   * @param name of the session
   * @param state what steps in the TLS stack touch; null for everything
   */
  GivenConnection(
      String name,
      SessionAdapter adapter,
      Sync sync,
      Shared state,
      ContractMonitor monitor,
      WireChannel wire,
      Endpoint endpoint) {
    this.name = name;
    this.adapter = adapter;
    this.sync = sync;
    this.state = state;
    this.monitor = monitor;
    this.wire = wire;
    this.endpoint = endpoint;
  }

  /**
   * The engine.
   *
   * @param closers is shown each close
   * @param onClose called when the engine is closed
   * @param asks whether queries of the calling thread are steps of the run
   */
  synchronized SSLEngine engine(Closers closers, Runnable onClose, BooleanSupplier asks) {
    if (engine == null) {
      SSLEngine bare = had(endpoint.engine(), "an SSLEngine");
      engine =
          new ProbedEngine(bare, new SchedulingDoor(sync, state, monitor, closers, onClose, asks));
    }
    return engine;
  }

  private <T> T had(Optional<T> wanted, String what) {
    return wanted.orElseThrow(
        () ->
            new MisfitException(adapter.id() + " wants " + what + ", and this transport has none"));
  }

  ByteChannel wire() {
    return wire;
  }

  synchronized TlsChannel tls() {
    if (tls == null) {
      boolean blocking = adapter.driving() == Driving.BLOCKING;
      tls = new TlsChannel(sync, state, monitor, endpoint, wire, blocking);
    }
    return tls;
  }

  /** The wire as a socket's channel. */
  synchronized StreamChannel channel() {
    if (channel == null) {
      WireProvider provider = new WireProvider(sync, wire, name);
      channel = new WireSocketChannel(provider, sync, wire);
      Provided.by(provider);
    }
    return channel;
  }

  synchronized SSLContext context() {
    if (!adapter.shakesHands()) {
      throw new IllegalStateException(
          adapter.id()
              + " makes TLS sessions of its own, over a connection that has one already: override"
              + " shakesHands() to return true");
    }
    if (context == null) {
      context = had(endpoint.context(), "an SSLContext");
    }
    return context;
  }
}
