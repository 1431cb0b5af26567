package dev.lockjaw.woven.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A TLS socket that is connected later. From then on it is the stack's own, on that connection. */
final class TlsLaterSocket extends SSLSocket {
  private final SSLSocketFactory factory;
  private final Socket plain;
  private final List<HandshakeCompletedListener> listeners = new ArrayList<>();
  private SSLParameters parameters;
  private boolean client = true;
  private boolean createsSessions = true;

  /** Null while it is not connected. */
  private SSLSocket tls;

  TlsLaterSocket(SSLSocketFactory factory) throws IOException {
    this.factory = factory;
    this.plain = SocketCalls.inMemory();
    this.parameters = new SSLParameters(factory.getDefaultCipherSuites());
  }

  @Override
  public void connect(SocketAddress to) throws IOException {
    plain.connect(to);
    InetSocketAddress remote = (InetSocketAddress) to;
    tls = (SSLSocket) factory.createSocket(plain, remote.getHostString(), remote.getPort(), true);
    tls.setUseClientMode(client);
    tls.setEnableSessionCreation(createsSessions);
    tls.setSSLParameters(parameters);
    listeners.forEach(tls::addHandshakeCompletedListener);
  }

  @Override
  public void connect(SocketAddress to, int millis) throws IOException {
    connect(to);
  }

  private Socket now() {
    return tls == null ? plain : tls;
  }

  private SSLSocket connected() throws SocketException {
    if (tls == null) {
      throw new SocketException("Socket is not connected");
    }
    return tls;
  }

  @Override
  public void bind(SocketAddress local) throws IOException {
    plain.bind(local);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return connected().getInputStream();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return connected().getOutputStream();
  }

  @Override
  public void startHandshake() throws IOException {
    connected().startHandshake();
  }

  @Override
  public void close() throws IOException {
    now().close();
  }

  @Override
  public void shutdownInput() throws IOException {
    now().shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    now().shutdownOutput();
  }

  @Override
  public boolean isConnected() {
    return plain.isConnected();
  }

  @Override
  public boolean isBound() {
    return plain.isBound();
  }

  @Override
  public boolean isClosed() {
    return now().isClosed();
  }

  @Override
  public boolean isInputShutdown() {
    return now().isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return now().isOutputShutdown();
  }

  @Override
  public InetAddress getInetAddress() {
    return plain.getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return plain.getLocalAddress();
  }

  @Override
  public int getPort() {
    return plain.getPort();
  }

  @Override
  public int getLocalPort() {
    return plain.getLocalPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return plain.getRemoteSocketAddress();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return plain.getLocalSocketAddress();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    plain.setSoTimeout(millis);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return plain.getSoTimeout();
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    plain.setTcpNoDelay(on);
  }

  @Override
  public boolean getTcpNoDelay() throws SocketException {
    return plain.getTcpNoDelay();
  }

  @Override
  public void setReuseAddress(boolean on) throws SocketException {
    plain.setReuseAddress(on);
  }

  @Override
  public void setKeepAlive(boolean on) throws SocketException {
    plain.setKeepAlive(on);
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    plain.setSoLinger(on, seconds);
  }

  @Override
  public void setReceiveBufferSize(int bytes) throws SocketException {
    plain.setReceiveBufferSize(bytes);
  }

  @Override
  public void setSendBufferSize(int bytes) throws SocketException {
    plain.setSendBufferSize(bytes);
  }

  // ---- TLS ----

  @Override
  public SSLParameters getSSLParameters() {
    return tls == null ? parameters : tls.getSSLParameters();
  }

  @Override
  public void setSSLParameters(SSLParameters given) {
    parameters = given;
    if (tls != null) {
      tls.setSSLParameters(given);
    }
  }

  @Override
  public SSLSession getSession() {
    if (tls == null) {
      throw new IllegalStateException("the socket is not connected, and has no TLS session");
    }
    return tls.getSession();
  }

  @Override
  public SSLSession getHandshakeSession() {
    return tls == null ? null : tls.getHandshakeSession();
  }

  @Override
  public String getApplicationProtocol() {
    return tls == null ? null : tls.getApplicationProtocol();
  }

  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
    listeners.add(listener);
    if (tls != null) {
      tls.addHandshakeCompletedListener(listener);
    }
  }

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
    listeners.remove(listener);
    if (tls != null) {
      tls.removeHandshakeCompletedListener(listener);
    }
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return getSSLParameters().getCipherSuites();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    SSLParameters changed = getSSLParameters();
    changed.setCipherSuites(suites);
    setSSLParameters(changed);
  }

  @Override
  public String[] getSupportedProtocols() {
    return getEnabledProtocols();
  }

  @Override
  public String[] getEnabledProtocols() {
    String[] set = getSSLParameters().getProtocols();
    return set == null ? new String[] {"TLSv1.3", "TLSv1.2"} : set;
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    SSLParameters changed = getSSLParameters();
    changed.setProtocols(protocols);
    setSSLParameters(changed);
  }

  @Override
  public void setUseClientMode(boolean mode) {
    client = mode;
    if (tls != null) {
      tls.setUseClientMode(mode);
    }
  }

  @Override
  public boolean getUseClientMode() {
    return client;
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    SSLParameters changed = getSSLParameters();
    changed.setNeedClientAuth(need);
    setSSLParameters(changed);
  }

  @Override
  public boolean getNeedClientAuth() {
    return getSSLParameters().getNeedClientAuth();
  }

  @Override
  public void setWantClientAuth(boolean want) {
    SSLParameters changed = getSSLParameters();
    changed.setWantClientAuth(want);
    setSSLParameters(changed);
  }

  @Override
  public boolean getWantClientAuth() {
    return getSSLParameters().getWantClientAuth();
  }

  @Override
  public void setEnableSessionCreation(boolean may) {
    createsSessions = may;
    if (tls != null) {
      tls.setEnableSessionCreation(may);
    }
  }

  @Override
  public boolean getEnableSessionCreation() {
    return createsSessions;
  }
}
