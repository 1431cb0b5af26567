package dev.lockjaw.transport;

import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import io.netty.internal.tcnative.SSLSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;

/**
 * BoringSSL's sessions with an EC certificate, the only one that the client takes. In TLS 1.2 every
 * session but the first is resumed by that one's ticket; in TLS 1.3 none is. The two contexts live
 * as long as the JVM.
 */
final class BoringSslTls implements Tls {
  private final Protocol protocol;
  private final long client;
  private final long server;
  private final long chain;
  private final long key;

  /** An {@code SSL_SESSION *} of ours, or 0. */
  private long resumable;

  BoringSslTls(Protocol protocol) throws IOException {
    this.protocol = protocol;
    SSL.clearError(); // what an earlier session left there would be taken for ours
    try {
      client = SSLContext.make(version(), SSL.SSL_MODE_CLIENT);
      server = SSLContext.make(version(), SSL.SSL_MODE_SERVER);
      for (long context : new long[] {client, server}) {
        SSLContext.setVerify(context, SSL.SSL_CVERIFY_NONE, 1);
        SSLContext.setCipherSuite(context, "ECDHE-ECDSA-AES128-GCM-SHA256", false);
      }
      SSLContext.setCertVerifyCallback(client, new OnlyOurs());
      long certificatePem = bio(Certificates.certificatePem());
      long keyPem = bio(Certificates.privateKeyPem());
      chain = SSL.parseX509Chain(certificatePem);
      key = SSL.parsePrivateKey(keyPem, null);
      SSL.freeBIO(certificatePem);
      SSL.freeBIO(keyPem);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("BoringSSL refuses " + protocol.id(), e);
    }
  }

  @Override
  public Endpoint client(Io io) throws IOException {
    BoringSslEndpoint endpoint = new BoringSslEndpoint(io, this, client, true, protocol);
    resume(endpoint);
    return endpoint;
  }

  @Override
  public Endpoint freshClient(Io io) throws IOException {
    return new BoringSslEndpoint(io, this, client, true, protocol);
  }

  @Override
  public Endpoint server(Io io) throws IOException {
    BoringSslEndpoint endpoint = new BoringSslEndpoint(io, this, server, false, protocol);
    endpoint.present(chain, key);
    return endpoint;
  }

  /** Keeps what an established client can be resumed from, if that is the first. Any thread. */
  synchronized void established(long ssl) {
    if (protocol == Protocol.TLS_1_2 && resumable == 0) {
      long session = SSL.getSession(ssl);
      if (session != 0 && SSLSession.upRef(session)) {
        resumable = session;
      }
    }
  }

  private synchronized void resume(BoringSslEndpoint endpoint) {
    if (resumable != 0) {
      endpoint.resume(resumable);
    }
  }

  private int version() {
    return switch (protocol) {
      case TLS_1_2 -> SSL.SSL_PROTOCOL_TLSV1_2;
      case TLS_1_3 -> SSL.SSL_PROTOCOL_TLSV1_3;
    };
  }

  private static long bio(byte[] pem) throws Exception {
    ByteBuffer direct = ByteBuffer.allocateDirect(pem.length).put(pem);
    long bio = SSL.newMemBIO();
    if (SSL.bioWrite(bio, BoringSslLibrary.address(direct), pem.length) != pem.length) {
      throw BoringSslLibrary.exception("BIO_write");
    }
    return bio;
  }

  private static final class OnlyOurs extends CertificateVerifier {
    @Override
    public int verify(long ssl, byte[][] chain, String algorithm) {
      try {
        return Arrays.equals(chain[0], Certificates.certificate().getEncoded())
            ? X509_V_OK
            : X509_V_ERR_CERT_UNTRUSTED;
      } catch (CertificateEncodingException e) {
        return X509_V_ERR_CERT_UNTRUSTED;
      }
    }
  }
}
