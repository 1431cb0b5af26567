package dev.lockjaw.transport.jsse;

import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.NetInput;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Reusable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * One end of a session on any {@link SSLEngine}. It supports one reader beside one writer: the two
 * sides share only the engine, and no lock is held while {@link Io} runs.
 *
 * <p>{@code wrap} seals a record, and then {@link Io#write} sends it. Two writers may swap their
 * records in between, as the javadoc of SSLEngine warns; the peer then fails with a bad record MAC.
 */
final class EngineEndpoint implements Endpoint, Reusable {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Io io;
  private final Supplier<SSLContext> context;
  private final SSLEngine engine;
  private final Protocol protocol;
  private final Consumer<SSLEngine> release;
  private final NetInput input = new NetInput();

  /** Plaintext that did not fit into the caller's buffer. It belongs to the reading side. */
  private ByteBuffer leftOver = NOTHING;

  /** The writing side's buffer while no thread uses it. */
  private ByteBuffer idlePacket;

  private boolean begun;
  private boolean established;
  private boolean rekeyed;

  /**
   * @param context one like that of the engine
   * @param release frees what the engine holds outside the Java heap; may be called repeatedly
   */
  EngineEndpoint(
      Io io,
      Supplier<SSLContext> context,
      SSLEngine engine,
      Protocol protocol,
      Consumer<SSLEngine> release) {
    this.io = io;
    this.context = context;
    this.engine = engine;
    this.protocol = protocol;
    this.release = release;
  }

  @Override
  public boolean handshake() throws IOException {
    if (!begun) {
      begun = true;
      engine.beginHandshake();
    }
    while (!established) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> runTasks();
        case NEED_WRAP -> requireProgress(sealAndSend(NOTHING));
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          if (!takeHandshakeRecord()) {
            return false;
          }
        }
        default -> {
          requireOpen();
          established = true;
        }
      }
    }
    return true;
  }

  @Override
  public String status() {
    SSLSession session = engine.getSession();
    return String.join(
        " ",
        engine.getHandshakeStatus().name(),
        session.getProtocol(),
        session.getCipherSuite(),
        String.valueOf(engine.getApplicationProtocol()),
        String.valueOf(engine.getPeerHost()));
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    boolean asked = false;
    while (!leftOver.hasRemaining()) {
      SSLEngineResult result = open(into);
      switch (result.getStatus()) {
        case CLOSED -> {
          return -1;
        }
        case BUFFER_UNDERFLOW -> {
          if (asked) {
            return 0;
          }
          asked = true;
          int got = input.fill(io);
          if (got <= 0) {
            return got;
          }
        }
        default -> {
          if (result.bytesProduced() > 0 && !leftOver.hasRemaining()) {
            return result.bytesProduced();
          }
          if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            runTasks();
          } else if (result.bytesConsumed() == 0) {
            return 0; // before the handshake is complete, an engine has to write first
          }
        }
      }
    }
    return copyLeftOver(into);
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    while (from.hasRemaining() || owesOutput()) {
      SSLEngineResult result = sealAndSend(from);
      if (result.getStatus() == Status.CLOSED) {
        if (from.hasRemaining()) {
          throw new SSLException("closed for writing");
        }
        return;
      }
      if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
        runTasks();
      } else {
        requireProgress(result);
      }
    }
  }

  @Override
  public boolean owesOutput() {
    return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
  }

  /**
   * {@inheritDoc}
   *
   * <p>In TLS 1.3, JSSE takes {@code beginHandshake()} on an established session as a KeyUpdate
   * with update_requested (JDK 17 and 25, {@code sun.security.ssl.KeyUpdate}). Other providers may
   * not.
   *
   * @throws UnsupportedOperationException before TLS 1.3, or if the engine sends nothing
   */
  @Override
  public void requestKeyUpdate() throws IOException {
    if (protocol != Protocol.TLS_1_3) {
      throw new UnsupportedOperationException(
          "KeyUpdate is TLS 1.3's, not " + protocol.id() + "'s");
    }
    rekeyed = true;
    engine.beginHandshake();
    if (!owesOutput()) {
      throw new UnsupportedOperationException("the engine offers no KeyUpdate");
    }
    write(NOTHING);
  }

  @Override
  public void free() throws IOException {
    engine.closeOutbound();
    try {
      while (!engine.isOutboundDone() && sealAndSend(NOTHING).bytesProduced() > 0) {
        // sends what was owed, then the close_notify
      }
    } catch (SSLException e) {
      throw e;
    } catch (IOException closed) {
      // the connection is closed already: no peer is left for a close_notify
    } finally {
      release.accept(engine);
    }
  }

  @Override
  public boolean unhurt() {
    return established
        && !rekeyed
        && !leftOver.hasRemaining()
        && input.isEmpty()
        && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
        && !engine.isInboundDone()
        && !engine.isOutboundDone();
  }

  @Override
  public Optional<SSLEngine> engine() {
    return Optional.of(engine);
  }

  @Override
  public Optional<SSLContext> context() {
    return Optional.of(context.get());
  }

  @Override
  public void discard() {
    release.accept(engine);
  }

  /** Returns false if no complete record has arrived yet. */
  private boolean takeHandshakeRecord() throws IOException {
    SSLEngineResult result = open(NOTHING);
    if (result.getStatus() == Status.CLOSED) {
      throw new SSLException("closed in mid-handshake");
    }
    if (result.getStatus() != Status.BUFFER_UNDERFLOW) {
      if (result.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
        requireProgress(result);
      }
      return true;
    }
    int got = input.fill(io);
    if (got < 0) {
      throw new EOFException("end of input in mid-handshake");
    }
    return got > 0;
  }

  /**
   * Decrypts a record into {@code into}, or into {@link #leftOver} if it does not fit. An engine
   * may also fill {@code into} and keep the rest itself, as Conscrypt's does.
   */
  private SSLEngineResult open(ByteBuffer into) throws SSLException {
    SSLEngineResult result = engine.unwrap(input.unread(), into);
    if (result.getStatus() != Status.BUFFER_OVERFLOW || result.bytesProduced() > 0) {
      return result;
    }
    int longest = engine.getSession().getApplicationBufferSize();
    ByteBuffer plain =
        leftOver.capacity() < longest ? ByteBuffer.allocate(longest) : leftOver.clear();
    leftOver = NOTHING;
    result = engine.unwrap(input.unread(), plain);
    if (result.getStatus() == Status.BUFFER_OVERFLOW) {
      throw new SSLException("a record longer than the engine said");
    }
    leftOver = plain.flip();
    return result;
  }

  private int copyLeftOver(ByteBuffer into) {
    int count = Math.min(leftOver.remaining(), into.remaining());
    int end = leftOver.limit();
    into.put(leftOver.limit(leftOver.position() + count));
    leftOver.limit(end);
    return count;
  }

  /**
   * Makes one record and sends it. If the engine owes a record of its own, that one comes first.
   */
  private SSLEngineResult sealAndSend(ByteBuffer from) throws IOException {
    // Taken away while in use: a second writer gets a buffer of its own. As in real programs, a
    // race then spoils the order of the records and not their bytes.
    ByteBuffer packet = idlePacket;
    idlePacket = null;
    packet = packet == null ? newPacket() : packet.clear();
    try {
      SSLEngineResult result = engine.wrap(from, packet);
      if (result.getStatus() == Status.BUFFER_OVERFLOW) {
        packet = newPacket();
        result = engine.wrap(from, packet);
      }
      packet.flip();
      if (packet.hasRemaining()) {
        io.write(packet);
      }
      return result;
    } finally {
      idlePacket = packet;
    }
  }

  private ByteBuffer newPacket() {
    return ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
  }

  private void runTasks() {
    for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
      task.run();
    }
  }

  /**
   * Without this check, an engine that asks for a call and makes no progress would loop forever.
   */
  private static void requireProgress(SSLEngineResult result) throws SSLException {
    if (result.bytesConsumed() == 0
        && result.bytesProduced() == 0
        && result.getHandshakeStatus() != HandshakeStatus.FINISHED
        && result.getHandshakeStatus() != HandshakeStatus.NEED_TASK) {
      throw new SSLException("the engine makes no progress: " + result);
    }
  }

  /** An engine that is closed in mid-handshake also stops handshaking. */
  private void requireOpen() throws SSLException {
    if (engine.isInboundDone() || engine.isOutboundDone()) {
      throw new SSLException("closed in mid-handshake");
    }
  }
}
