package dev.lockjaw.adapter;

import dev.lockjaw.engine.ProbedEngine;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.session.Driving;
import dev.lockjaw.socket.StreamChannel;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.woven.net.Provided;
import java.nio.channels.ByteChannel;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The shapes in which a session is given its connection, each made when it is first asked for. */
final class GivenConnection {
  private final SessionAdapter adapter;
  private final Sync sync;
  private final Shared state;
  private final ContractMonitor monitor;
  private final WireChannel wire;
  private final Endpoint endpoint;
  private final WireProvider provider;
  private SSLEngine engine;
  private TlsChannel tls;
  private volatile StreamChannel channel;
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
    this.adapter = adapter;
    this.sync = sync;
    this.state = state;
    this.monitor = monitor;
    this.wire = wire;
    this.endpoint = endpoint;
    this.provider = new WireProvider(sync, wire, name);
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

  /**
   * The session is about to be opened. Where its code is woven, {@code Selector.open} is for its
   * channel, if it has one or will ask for one.
   */
  void opens() {
    Provided.by(provider, () -> channel != null || WeavingLoader.asksForChannels(adapter));
  }

  /** The wire as a socket's channel. */
  synchronized StreamChannel channel() {
    if (channel == null) {
      channel = new WireSocketChannel(provider, sync, wire);
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
