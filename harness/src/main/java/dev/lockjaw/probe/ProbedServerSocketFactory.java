package dev.lockjaw.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/** Makes a provider's server sockets. The sockets that they accept are probed. */
final class ProbedServerSocketFactory extends SSLServerSocketFactory {
  private final SSLServerSocketFactory factory;
  private final Probe probe;

  ProbedServerSocketFactory(SSLServerSocketFactory factory, Probe probe) {
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
  public ServerSocket createServerSocket() throws IOException {
    return probe.serverSocket(factory.createServerSocket());
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return probe.serverSocket(factory.createServerSocket(port));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return probe.serverSocket(factory.createServerSocket(port, backlog));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return probe.serverSocket(factory.createServerSocket(port, backlog, address));
  }
}
