package dev.lockjaw.transport.boringssl;

import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.NetInput;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.jna.NativeBuffer;
import io.netty.internal.tcnative.SSL;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLException;

/**
 * One end of a session on BoringSSL: the bare {@code SSL *}, unguarded. Nothing stops a caller from
 * using the pointer after {@link #free}; BoringSSL may then crash the process.
 *
 * <p>netty-tcnative has no BIO with callbacks, so {@link Io} is called between the native calls and
 * never from inside one. Input is handed to the BIO before {@code SSL_read}. Output collects in the
 * BIO's own memory and is fetched from there. {@code SSL_write} is therefore the first thing that a
 * write does to the session.
 */
final class BoringSslEndpoint implements Endpoint {
  /** Room for the output of one native call, in bytes: a full record with its overhead. */
  private static final int OUTPUT = 17 * 1024;

  private final Io io;
  private final long ssl;
  private final long bio;
  private final Protocol protocol;
  private final NetInput input = new NetInput();
  private boolean established;
  private boolean freed;

  /**
   * @param context an {@code SSL_CTX *} as tcnative wraps it
   */
  BoringSslEndpoint(Io io, long context, boolean client, Protocol protocol) throws IOException {
    this.io = io;
    this.protocol = protocol;
    this.ssl = SSL.newSSL(context, !client);
    if (ssl == 0) {
      throw BoringSslLibrary.exception("SSL_new");
    }
    this.bio = SSL.bioNewByteBuffer(ssl, OUTPUT); // SSL_free frees it
  }

  /**
   * Sets the certificate that a server presents. Call before the handshake.
   *
   * @param chain tcnative's certificate chain, which the caller keeps
   * @param key tcnative's key, which the caller keeps
   */
  void present(long chain, long key) throws IOException {
    try {
      SSL.setKeyMaterial(ssl, chain, key);
    } catch (Exception e) {
      throw new IOException("BoringSSL refuses the certificate", e);
    }
  }

  @Override
  public boolean handshake() throws IOException {
    while (!established) {
      int error = shakeHands();
      SSLException failed = failed(error, "SSL_do_handshake");
      sendOutput(); // an alert too
      if (failed != null) {
        throw failed;
      }
      if (error == SSL.SSL_ERROR_NONE) {
        established = true;
      } else {
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

  private int shakeHands() {
    try (NativeBuffer sealed = NativeBuffer.of(input.unread().duplicate())) {
      layInput(sealed);
      int result = SSL.doHandshake(ssl);
      int error = result == 1 ? SSL.SSL_ERROR_NONE : SSL.getError(ssl, result);
      takeAwayInput();
      return error;
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    for (boolean asked = false; ; asked = true) {
      int result = open(into);
      SSLException failed = failed(-result, "SSL_read");
      sendOutput();
      if (failed != null) {
        throw failed;
      }
      if (result > 0) {
        return result;
      }
      if (-result == SSL.SSL_ERROR_ZERO_RETURN) {
        return -1;
      }
      if (asked) {
        return 0;
      }
      int got = input.fill(io);
      if (got <= 0) {
        return got;
      }
    }
  }

  /** Returns the number of decrypted bytes, or a negated SSL_ERROR. */
  private int open(ByteBuffer into) {
    try (NativeBuffer sealed = NativeBuffer.of(input.unread().duplicate());
        NativeBuffer plain = NativeBuffer.forRecord()) {
      layInput(sealed);
      int most = Math.min(into.remaining(), NativeBuffer.RECORD);
      int result = SSL.readFromSSL(ssl, BoringSslLibrary.address(plain.bytes()), most);
      int error = result > 0 ? SSL.SSL_ERROR_NONE : SSL.getError(ssl, result);
      takeAwayInput();
      if (result <= 0) {
        return -error;
      }
      plain.get(result, into);
      return result;
    }
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    SSL.clearError();
    while (from.hasRemaining()) {
      int length = Math.min(from.remaining(), NativeBuffer.RECORD);
      try (NativeBuffer plain = NativeBuffer.of(from.slice().limit(length))) {
        from.position(from.position() + length);
        int result = SSL.writeToSSL(ssl, BoringSslLibrary.address(plain.bytes()), length);
        if (result != length) {
          throw BoringSslLibrary.exception("SSL_write");
        }
      }
      sendOutput();
    }
  }

  /** {@inheritDoc} A read sends whatever it made BoringSSL write. */
  @Override
  public boolean owesOutput() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public void requestKeyUpdate() {
    throw new UnsupportedOperationException(
        protocol == Protocol.TLS_1_3
            ? "netty-tcnative offers no KeyUpdate"
            : "KeyUpdate is TLS 1.3's, not " + protocol.id() + "'s");
  }

  @Override
  public String status() {
    return SSL.getVersion(ssl) + ' ' + SSL.getCipherForSSL(ssl) + ' ' + SSL.getAlpnSelected(ssl);
  }

  @Override
  public void free() throws IOException {
    SSL.clearError();
    try {
      if (established) {
        SSL.shutdownSSL(ssl);
        sendOutput();
      }
    } catch (IOException closed) {
      // the connection is closed already: no peer is left for a close_notify
    } finally {
      freed = true;
      SSL.freeSSL(ssl);
    }
  }

  @Override
  public void discard() {
    if (!freed) {
      freed = true;
      SSL.freeSSL(ssl);
    }
  }

  /**
   * Lets the BIO read input until {@link #takeAwayInput}.
   *
   * @param sealed all the input that has arrived
   */
  private void layInput(NativeBuffer sealed) {
    SSL.clearError(); // an earlier call's error would be taken for the next one's
    int length = input.unread().remaining();
    SSL.bioSetByteBuffer(bio, BoringSslLibrary.address(sealed.bytes()), length, false);
  }

  private void takeAwayInput() {
    ByteBuffer unread = input.unread();
    unread.position(unread.limit() - SSL.bioLengthByteBuffer(bio));
    SSL.bioClearByteBuffer(bio);
  }

  private void sendOutput() throws IOException {
    while (SSL.bioLengthNonApplication(bio) > 0) {
      io.write(fetchOutput());
    }
  }

  private ByteBuffer fetchOutput() {
    try (NativeBuffer sealed = NativeBuffer.forRecord()) {
      ByteBuffer bytes = sealed.bytes();
      SSL.bioSetByteBuffer(bio, BoringSslLibrary.address(bytes), bytes.capacity(), true);
      int length = SSL.bioFlushByteBuffer(bio);
      SSL.bioClearByteBuffer(bio);
      ByteBuffer packet = ByteBuffer.allocate(length);
      sealed.get(length, packet);
      return packet.flip();
    }
  }

  private static SSLException failed(int error, String function) {
    return error == SSL.SSL_ERROR_SSL || error == SSL.SSL_ERROR_SYSCALL
        ? BoringSslLibrary.exception(function)
        : null;
  }
}
