package dev.lockjaw.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Makes a provider's sockets, probed. */
final class ProbedSocketFactory extends SSLSocketFactory {
  private final SSLSocketFactory factory;
  private final Probe probe;

  ProbedSocketFactory(SSLSocketFactory factory, Probe probe) {
    this.factory = factory;
    this.probe = probe;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket() throws IOException {
    return probe.socket(factory.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return probe.socket(factory.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return probe.socket(factory.createSocket(host, port, localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return probe.socket(factory.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return probe.socket(factory.createSocket(host, port, localHost, localPort));
  }

  @Override
  public Socket createSocket(Socket below, String host, int port, boolean autoClose)
      throws IOException {
    return probe.socket(factory.createSocket(below, host, port, autoClose));
  }

  @Override
  public Socket createSocket(Socket below, InputStream consumed, boolean autoClose)
      throws IOException {
    return probe.socket(factory.createSocket(below, consumed, autoClose));
  }
}
