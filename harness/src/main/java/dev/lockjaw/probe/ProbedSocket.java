package dev.lockjaw.probe;

import dev.lockjaw.engine.Call;
import dev.lockjaw.engine.Door;
import dev.lockjaw.engine.Door.Pass;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A provider's socket behind a door. Reading, writing, the handshake and closing go through it. Any
 * thread, as far as the socket itself allows.
 */
final class ProbedSocket extends ForwardingSslSocket {
  private final Door door;
  private final Map<HandshakeCompletedListener, HandshakeCompletedListener> listeners =
      new ConcurrentHashMap<>(1);
  private volatile InputStream input;
  private volatile BiFunction<SSLSocket, List<String>, String> protocolSelector;

  ProbedSocket(SSLSocket socket, Door door) {
    super(socket);
    this.door = door;
    // the only sign, on all providers, that the handshake of a first read or write is complete
    socket.addHandshakeCompletedListener(event -> door.handshake(HandshakeStatus.FINISHED));
  }

  private void through(Call call, Door.Step<IOException> step) throws IOException {
    try (Pass pass = door.enter(call)) {
      pass.perform(step, () -> false);
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream behind = socket.getInputStream(); // throws if there is none
    if (input == null) {
      input = new ProbedInput(behind, door, this);
    }
    return input;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new ProbedOutput(socket.getOutputStream(), door, this);
  }

  @Override
  public void startHandshake() throws IOException {
    through(Call.START_HANDSHAKE, socket::startHandshake);
  }

  /** {@inheritDoc} Performs the handshake if there was none. */
  @Override
  public SSLSession getSession() {
    Door.Action<SSLSession, RuntimeException> get = socket::getSession;
    try (Pass pass = door.enter(Call.START_HANDSHAKE)) {
      return pass.perform(get, () -> false);
    }
  }

  @Override
  public SSLSession getHandshakeSession() {
    return door.query(socket::getHandshakeSession);
  }

  @Override
  public String getApplicationProtocol() {
    return door.query(socket::getApplicationProtocol);
  }

  @Override
  public String getHandshakeApplicationProtocol() {
    return door.query(socket::getHandshakeApplicationProtocol);
  }

  @Override
  public void shutdownInput() throws IOException {
    through(Call.CLOSE, socket::shutdownInput);
  }

  @Override
  public void shutdownOutput() throws IOException {
    through(Call.CLOSE, socket::shutdownOutput);
  }

  /**
   * {@inheritDoc} Not synchronized, unlike the superclass's: the provider's socket does the
   * locking.
   */
  @Override
  public void close() throws IOException {
    through(Call.CLOSE, socket::close);
  }

  /** {@inheritDoc} The event names this socket, not the one behind it. */
  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
    HandshakeCompletedListener forwarder =
        event -> listener.handshakeCompleted(new HandshakeCompletedEvent(this, event.getSession()));
    socket.addHandshakeCompletedListener(forwarder);
    listeners.put(listener, forwarder);
  }

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
    HandshakeCompletedListener forwarder = listener == null ? null : listeners.remove(listener);
    socket.removeHandshakeCompletedListener(forwarder == null ? listener : forwarder);
  }

  /** {@inheritDoc} The selector gets this socket, not the one behind it. */
  @Override
  public void setHandshakeApplicationProtocolSelector(
      BiFunction<SSLSocket, List<String>, String> selector) {
    socket.setHandshakeApplicationProtocolSelector(
        selector == null ? null : (behind, protocols) -> selector.apply(this, protocols));
    protocolSelector = selector;
  }

  @Override
  public BiFunction<SSLSocket, List<String>, String> getHandshakeApplicationProtocolSelector() {
    return protocolSelector;
  }

  @Override
  public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
    socket.setOption(name, value);
    return this;
  }

  @Override
  public String toString() {
    return "probed " + socket;
  }
}
