package library;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** A socket whose reads, writes, handshakes and queries do what a test wants. */
final class OddSocket extends SSLSocket {
  private static final String[] NONE = {};

  private final Supplier<Object> behaviour;

  private OddSocket(Supplier<Object> behaviour) {
    this.behaviour = behaviour;
  }

  /** A context whose sockets are such. */
  static SSLContext context(Supplier<Object> behaviour) throws NoSuchAlgorithmException {
    Provider provider = SSLContext.getDefault().getProvider();
    return new SSLContext(new Spi(behaviour), provider, "odd") {};
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() {
        return (Integer) behaviour.get();
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return read();
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int single) {
        behaviour.get();
      }

      @Override
      public void write(byte[] data, int offset, int length) {
        behaviour.get();
      }
    };
  }

  @Override
  public void startHandshake() {
    behaviour.get();
  }

  @Override
  public SSLSession getSession() {
    return (SSLSession) behaviour.get();
  }

  @Override
  public SSLSession getHandshakeSession() {
    return (SSLSession) behaviour.get();
  }

  @Override
  public String getApplicationProtocol() {
    return (String) behaviour.get();
  }

  @Override
  public synchronized void close() {
    behaviour.get();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return NONE;
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return NONE;
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {}

  @Override
  public String[] getSupportedProtocols() {
    return NONE;
  }

  @Override
  public String[] getEnabledProtocols() {
    return NONE;
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {}

  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {}

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {}

  @Override
  public void setUseClientMode(boolean mode) {}

  @Override
  public boolean getUseClientMode() {
    return true;
  }

  @Override
  public void setNeedClientAuth(boolean need) {}

  @Override
  public boolean getNeedClientAuth() {
    return false;
  }

  @Override
  public void setWantClientAuth(boolean want) {}

  @Override
  public boolean getWantClientAuth() {
    return false;
  }

  @Override
  public void setEnableSessionCreation(boolean flag) {}

  @Override
  public boolean getEnableSessionCreation() {
    return true;
  }

  /** Makes sockets that are not connected, whatever it is asked for. */
  private static final class Factory extends SSLSocketFactory {
    private final Supplier<Object> behaviour;

    Factory(Supplier<Object> behaviour) {
      this.behaviour = behaviour;
    }

    @Override
    public Socket createSocket() {
      return new OddSocket(behaviour);
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean closes) {
      return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int local) {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int local) {
      return createSocket();
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return NONE;
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return NONE;
    }
  }

  private static final class Spi extends SSLContextSpi {
    private final Supplier<Object> behaviour;

    Spi(Supplier<Object> behaviour) {
      this.behaviour = behaviour;
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return new Factory(behaviour);
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
        throws KeyManagementException {}

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      throw new UnsupportedOperationException("no servers");
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return new OddEngine(behaviour);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return engineCreateSSLEngine();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return null;
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return null;
    }
  }
}
