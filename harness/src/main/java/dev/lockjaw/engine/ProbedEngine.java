package dev.lockjaw.engine;

import dev.lockjaw.engine.Door.Pass;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/**
 * A provider's engine behind a door. {@code wrap}, {@code unwrap}, {@code closeOutbound} and
 * delegated tasks enter through the door. Status queries only ask there: anything that another
 * thread could do after the answer, it can also do at the caller's next point. Any thread, as far
 * as the engine itself allows.
 */
public final class ProbedEngine extends SSLEngine {
  private final SSLEngine engine;
  private final Door door;
  private volatile BiFunction<SSLEngine, List<String>, String> protocolSelector;
  private volatile boolean established;
  private volatile HandshakeStatus needs;

  public ProbedEngine(SSLEngine engine, Door door) {
    this.engine = engine;
    this.door = door;
  }

  @Override
  public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer packet)
      throws SSLException {
    try (Pass pass = door.enter(Call.WRAP)) {
      for (int i = offset; i < offset + length; i++) {
        door.carries(sources[i]);
      }
      return pass.perform(
          () -> progress(pass, engine.wrap(sources, offset, length, packet)), () -> established);
    }
  }

  @Override
  public SSLEngineResult unwrap(ByteBuffer packet, ByteBuffer[] into, int offset, int length)
      throws SSLException {
    try (Pass pass = door.enter(Call.UNWRAP)) {
      return pass.perform(
          () -> {
            SSLEngineResult result = engine.unwrap(packet, into, offset, length);
            established |= result.bytesProduced() > 0;
            return progress(pass, result);
          },
          () -> established);
    }
  }

  private SSLEngineResult progress(Pass pass, SSLEngineResult result) {
    boolean moved = result.bytesConsumed() > 0 || result.bytesProduced() > 0;
    if (moved || result.getHandshakeStatus() != needs) {
      needs = result.getHandshakeStatus();
      pass.progress();
    }
    door.handshake(
        result.getStatus() == Status.CLOSED
            ? HandshakeStatus.NOT_HANDSHAKING
            : result.getHandshakeStatus());
    return result;
  }

  private void ask(Call call, Door.Step<SSLException> step) throws SSLException {
    try (Pass pass = door.ask(call)) {
      pass.perform(step, () -> established);
    }
  }

  private void enter(Call call, Door.Step<RuntimeException> step) {
    try (Pass pass = door.enter(call)) {
      pass.perform(step, () -> established);
    }
  }

  @Override
  public void closeOutbound() {
    enter(Call.CLOSE_OUTBOUND, engine::closeOutbound);
  }

  /** {@inheritDoc} Any thread may run the task. */
  @Override
  public Runnable getDelegatedTask() {
    Runnable task = door.query(engine::getDelegatedTask);
    door.taskTaken(task != null);
    return task == null ? null : () -> enter(Call.DELEGATED_TASK, task::run);
  }

  /** {@inheritDoc} The selector gets this engine, not the one behind it. */
  @Override
  public void setHandshakeApplicationProtocolSelector(
      BiFunction<SSLEngine, List<String>, String> selector) {
    engine.setHandshakeApplicationProtocolSelector(
        selector == null ? null : (behind, protocols) -> selector.apply(this, protocols));
    protocolSelector = selector;
  }

  @Override
  public BiFunction<SSLEngine, List<String>, String> getHandshakeApplicationProtocolSelector() {
    return protocolSelector;
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
  public void closeInbound() throws SSLException {
    ask(Call.CLOSE_INBOUND, engine::closeInbound);
  }

  @Override
  public boolean isInboundDone() {
    return door.query(engine::isInboundDone);
  }

  @Override
  public boolean isOutboundDone() {
    return door.query(engine::isOutboundDone);
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
    return door.query(engine::getSession);
  }

  @Override
  public SSLSession getHandshakeSession() {
    return door.query(engine::getHandshakeSession);
  }

  @Override
  public void beginHandshake() throws SSLException {
    ask(Call.BEGIN_HANDSHAKE, engine::beginHandshake);
  }

  @Override
  public HandshakeStatus getHandshakeStatus() {
    HandshakeStatus status = door.query(engine::getHandshakeStatus);
    door.handshake(status);
    return status;
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
    return door.query(engine::getApplicationProtocol);
  }

  @Override
  public String getHandshakeApplicationProtocol() {
    return door.query(engine::getHandshakeApplicationProtocol);
  }
}
