package library;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLSession;

/** An engine that always needs a task and has none, and whose calls do what a test wants. */
final class OddEngine extends SSLEngine {
  private static final String[] NONE = {};

  private final Supplier<Object> behaviour;

  OddEngine(Supplier<Object> behaviour) {
    this.behaviour = behaviour;
  }

  @Override
  public SSLSession getSession() {
    return (SSLSession) behaviour.get();
  }

  @Override
  public void closeOutbound() {
    behaviour.get();
  }

  @Override
  public HandshakeStatus getHandshakeStatus() {
    return HandshakeStatus.NEED_TASK;
  }

  @Override
  public Runnable getDelegatedTask() {
    return null;
  }

  @Override
  public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to) {
    throw new IllegalStateException();
  }

  @Override
  public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] to, int offset, int length) {
    throw new IllegalStateException();
  }

  @Override
  public void closeInbound() {}

  @Override
  public boolean isInboundDone() {
    return false;
  }

  @Override
  public boolean isOutboundDone() {
    return false;
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
  public void beginHandshake() {}

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
}
