package dev.lockjaw.woven.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A server socket whose connections speak TLS. */
final class TlsServerSocket extends SSLServerSocket {
  private final ServerSocket plain;
  private final SSLSocketFactory sockets;
  private SSLParameters parameters;
  private boolean createsSessions = true;
  private boolean client;

  TlsServerSocket(ServerSocket plain, SSLSocketFactory sockets) throws IOException {
    super();
    this.plain = plain;
    this.sockets = sockets;
    this.parameters = new SSLParameters(sockets.getDefaultCipherSuites());
  }

  @Override
  public Socket accept() throws IOException {
    Socket accepted = plain.accept();
    SSLSocket tls = (SSLSocket) sockets.createSocket(accepted, null, true);
    tls.setUseClientMode(client);
    tls.setEnableSessionCreation(createsSessions);
    tls.setSSLParameters(parameters);
    return tls;
  }

  @Override
  public void bind(SocketAddress local, int most) throws IOException {
    plain.bind(local, most);
  }

  @Override
  public void bind(SocketAddress local) throws IOException {
    plain.bind(local);
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  @Override
  public boolean isBound() {
    return plain.isBound();
  }

  @Override
  public boolean isClosed() {
    return plain.isClosed();
  }

  @Override
  public int getLocalPort() {
    return plain.getLocalPort();
  }

  @Override
  public InetAddress getInetAddress() {
    return plain.getInetAddress();
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
  public int getSoTimeout() throws IOException {
    return plain.getSoTimeout();
  }

  @Override
  public void setReuseAddress(boolean on) throws SocketException {
    plain.setReuseAddress(on);
  }

  // ---- what its connections begin with ----

  @Override
  public SSLParameters getSSLParameters() {
    return parameters;
  }

  @Override
  public void setSSLParameters(SSLParameters given) {
    parameters = given;
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return parameters.getCipherSuites();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    parameters.setCipherSuites(suites);
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }

  @Override
  public String[] getSupportedProtocols() {
    return getEnabledProtocols();
  }

  @Override
  public String[] getEnabledProtocols() {
    String[] set = parameters.getProtocols();
    return set == null ? new String[] {"TLSv1.3", "TLSv1.2"} : set;
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    parameters.setProtocols(protocols);
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    parameters.setNeedClientAuth(need);
  }

  @Override
  public boolean getNeedClientAuth() {
    return parameters.getNeedClientAuth();
  }

  @Override
  public void setWantClientAuth(boolean want) {
    parameters.setWantClientAuth(want);
  }

  @Override
  public boolean getWantClientAuth() {
    return parameters.getWantClientAuth();
  }

  @Override
  public void setUseClientMode(boolean mode) {
    client = mode;
  }

  @Override
  public boolean getUseClientMode() {
    return client;
  }

  @Override
  public void setEnableSessionCreation(boolean may) {
    createsSessions = may;
  }

  @Override
  public boolean getEnableSessionCreation() {
    return createsSessions;
  }
}
