package dev.lockjaw.adapter;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import dev.lockjaw.sync.Sync;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/**
 * A provider's engine with the contract monitor at its door. Sealing, opening and closing are
 * scheduling points. Asking for a status is none: whatever another thread could do after the
 * answer, it can do at the point that the asker comes to next.
 *
 * <p>Closing counts as a write, since that is what it makes the engine do; the engine is freed when
 * the operation that closes it is over ({@link AdaptedSession}).
 */
final class WatchedEngine extends SSLEngine {
  private final SSLEngine engine;
  private final Sync sync;
  private final ContractMonitor monitor;
  private final Runnable onClose;

  /**
   * @param onClose told when it is closed for writing
   */
  WatchedEngine(SSLEngine engine, Sync sync, ContractMonitor monitor, Runnable onClose) {
    this.engine = engine;
    this.sync = sync;
    this.monitor = monitor;
    this.onClose = onClose;
  }

  @Override
  public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer packet)
      throws SSLException {
    sync.point("enter wrap", null);
    Visit visit = monitor.enter(OperationKind.WRITE);
    try {
      SSLEngineResult result = engine.wrap(sources, offset, length, packet);
      sync.point("leave wrap", null);
      return result;
    } finally {
      monitor.leave(visit);
    }
  }

  @Override
  public SSLEngineResult unwrap(ByteBuffer packet, ByteBuffer[] into, int offset, int length)
      throws SSLException {
    sync.point("enter unwrap", null);
    Visit visit = monitor.enter(OperationKind.READ);
    try {
      SSLEngineResult result = engine.unwrap(packet, into, offset, length);
      sync.point("leave unwrap", null);
      return result;
    } finally {
      monitor.leave(visit);
    }
  }

  @Override
  public void closeOutbound() {
    sync.point("close engine", null);
    Visit visit = monitor.enter(OperationKind.WRITE);
    try {
      engine.closeOutbound();
      onClose.run();
    } finally {
      monitor.leave(visit);
    }
  }

  @Override
  public String getPeerHost() {
    return engine.getPeerHost();
  }

  @Override
  public int getPeerPort() {
    return engine.getPeerPort();
  }

  @Override
  public Runnable getDelegatedTask() {
    return engine.getDelegatedTask();
  }

  @Override
  public void closeInbound() throws SSLException {
    engine.closeInbound();
  }

  @Override
  public boolean isInboundDone() {
    return engine.isInboundDone();
  }

  @Override
  public boolean isOutboundDone() {
    return engine.isOutboundDone();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return engine.getSupportedCipherSuites();
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return engine.getEnabledCipherSuites();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    engine.setEnabledCipherSuites(suites);
  }

  @Override
  public String[] getSupportedProtocols() {
    return engine.getSupportedProtocols();
  }

  @Override
  public String[] getEnabledProtocols() {
    return engine.getEnabledProtocols();
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    engine.setEnabledProtocols(protocols);
  }

  @Override
  public SSLSession getSession() {
    return engine.getSession();
  }

  @Override
  public SSLSession getHandshakeSession() {
    return engine.getHandshakeSession();
  }

  @Override
  public void beginHandshake() throws SSLException {
    engine.beginHandshake();
  }

  @Override
  public HandshakeStatus getHandshakeStatus() {
    return engine.getHandshakeStatus();
  }

  @Override
  public void setUseClientMode(boolean mode) {
    engine.setUseClientMode(mode);
  }

  @Override
  public boolean getUseClientMode() {
    return engine.getUseClientMode();
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    engine.setNeedClientAuth(need);
  }

  @Override
  public boolean getNeedClientAuth() {
    return engine.getNeedClientAuth();
  }

  @Override
  public void setWantClientAuth(boolean want) {
    engine.setWantClientAuth(want);
  }

  @Override
  public boolean getWantClientAuth() {
    return engine.getWantClientAuth();
  }

  @Override
  public void setEnableSessionCreation(boolean flag) {
    engine.setEnableSessionCreation(flag);
  }

  @Override
  public boolean getEnableSessionCreation() {
    return engine.getEnableSessionCreation();
  }

  @Override
  public SSLParameters getSSLParameters() {
    return engine.getSSLParameters();
  }

  @Override
  public void setSSLParameters(SSLParameters parameters) {
    engine.setSSLParameters(parameters);
  }

  @Override
  public String getApplicationProtocol() {
    return engine.getApplicationProtocol();
  }

  @Override
  public String getHandshakeApplicationProtocol() {
    return engine.getHandshakeApplicationProtocol();
  }
}
