package dev.lockjaw.transport.bc;

import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.NetInput;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Reusable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.tls.TlsProtocol;

/**
 * One end of a session on Bouncy Castle's non-blocking {@link TlsProtocol}, without JSSE.
 *
 * <p>Input is offered a record at a time; the session would otherwise decrypt everything and lose
 * the records' boundaries. Output is sealed a record at a time into the session's queue, which has
 * no lock, and taken from there for {@link Io#write}.
 */
final class BouncyCastleEndpoint implements Endpoint, Reusable {
  /** Bytes; room for the longest record and a KeyUpdate before it. */
  private static final int PACKET = 17 * 1024;

  private final Io io;
  private final TlsProtocol session;
  private final KeyUpdating keyUpdating;
  private final Protocol protocol;
  private final NetInput input = new NetInput();

  /** The writing side's buffer while no thread uses it. */
  private ByteBuffer idlePacket;

  private boolean started;
  private boolean established;
  private boolean rekeyed;

  /** Odd while a writer has sealed a record, or is sealing one, that it has not taken yet. */
  private final AtomicInteger sealing = new AtomicInteger();

  <S extends TlsProtocol & KeyUpdating> BouncyCastleEndpoint(Io io, S session, Protocol protocol) {
    this.io = io;
    this.session = session;
    this.keyUpdating = session;
    this.protocol = protocol;
  }

  @Override
  public boolean handshake() throws IOException {
    if (!started) {
      started = true;
      keyUpdating.start();
    }
    while (!established) {
      sendQueued();
      if (session.isConnected()) {
        established = true;
      } else if (!offerRecord()) {
        int got = input.fill(io);
        if (got < 0) {
          throw new EOFException("end of input in mid-handshake");
        }
        if (got == 0) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    boolean asked = false;
    while (session.getAvailableInputBytes() == 0) {
      if (session.isClosed()) {
        return endOfSession();
      }
      if (!offerRecord()) {
        if (asked) {
          return 0;
        }
        asked = true;
        int got = input.fill(io);
        if (got <= 0) {
          return got;
        }
      }
    }
    return session.readInput(into, into.remaining());
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    sendQueued();
    if (!from.hasRemaining() && owesKeyUpdate()) {
      // Bouncy Castle itself sends it only before data.
      keyUpdating.sendKeyUpdate(false);
      sendQueued();
    }
    while (from.hasRemaining()) {
      byte[] plain = new byte[Math.min(from.remaining(), session.getApplicationDataLimit())];
      from.get(plain);
      sealing.incrementAndGet();
      try {
        session.writeApplicationData(plain, 0, plain.length);
      } catch (IOException | RuntimeException refused) {
        sealing.incrementAndGet();
        throw refused;
      }
      sendSealed();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A record that a writer is sealing, or has sealed and not taken yet, does not count: that
   * writer sends it together with everything else in the queue.
   */
  @Override
  public boolean owesOutput() {
    int before = sealing.get();
    boolean output = session.getAvailableOutputBytes() > 0;
    boolean noWriterSealed = before % 2 == 0 && before == sealing.get();
    return output && noWriterSealed || owesKeyUpdate();
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException before TLS 1.3
   */
  @Override
  public void requestKeyUpdate() throws IOException {
    if (protocol != Protocol.TLS_1_3) {
      throw new UnsupportedOperationException(
          "KeyUpdate is TLS 1.3's, not " + protocol.id() + "'s");
    }
    rekeyed = true;
    keyUpdating.sendKeyUpdate(true);
    sendQueued();
  }

  @Override
  public String status() {
    return session.isClosed() ? "closed" : session.isConnected() ? "connected" : "handshaking";
  }

  @Override
  public void free() throws IOException {
    if (started) {
      session.close();
    }
    try {
      sendQueued();
    } catch (IOException closed) {
      // the connection is closed already: no peer is left for a close_notify
    }
  }

  @Override
  public boolean unhurt() {
    return established
        && !rekeyed
        && !owesKeyUpdate()
        && input.isEmpty()
        && session.isConnected()
        && session.getAvailableInputBytes() == 0
        && session.getAvailableOutputBytes() == 0
        && sealing.get() % 2 == 0;
  }

  /** Nothing may follow our own close_notify. */
  private boolean owesKeyUpdate() {
    return keyUpdating.owesKeyUpdate() && !session.isClosed();
  }

  private int endOfSession() throws IOException {
    if (session.isFailed()) {
      throw new IOException("the session has failed");
    }
    return -1;
  }

  /** Decrypts a record if there is a complete one. */
  private boolean offerRecord() throws IOException {
    int length = input.completeRecord();
    if (length == 0) {
      return false;
    }
    ByteBuffer bytes = input.unread();
    int start = bytes.arrayOffset() + bytes.position();
    bytes.position(
        bytes.position() + length); // first, so that a failing record isn't offered twice
    session.offerInput(bytes.array(), start, length);
    return true;
  }

  private void sendQueued() throws IOException {
    if (session.getAvailableOutputBytes() > 0) {
      send(() -> {});
    }
  }

  private void sendSealed() throws IOException {
    send(sealing::incrementAndGet);
  }

  /**
   * Sends everything in the queue.
   *
   * @param taken is run once, when the first packet has been taken
   */
  private void send(Runnable taken) throws IOException {
    Runnable atFirst = taken;
    // Taken away while in use: a second writer gets a buffer of its own. As in real programs, a
    // race then spoils the order of the records and not their bytes.
    ByteBuffer packet = idlePacket == null ? ByteBuffer.allocate(PACKET) : idlePacket;
    idlePacket = null;
    try {
      while (session.getAvailableOutputBytes() > 0) {
        session.readOutput(packet.clear(), packet.capacity());
        atFirst.run();
        atFirst = () -> {};
        io.write(packet.flip());
      }
    } finally {
      atFirst.run();
      idlePacket = packet;
    }
  }
}
