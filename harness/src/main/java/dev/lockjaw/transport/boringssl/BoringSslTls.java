package dev.lockjaw.transport.boringssl;

import dev.lockjaw.transport.Certificates;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;

/**
 * BoringSSL's sessions with an EC certificate, the only one that the client accepts. No session is
 * resumed. The two contexts live as long as the JVM.
 */
final class BoringSslTls implements Tls {
  private final Protocol protocol;
  private final long client;
  private final long server;
  private final long chain;
  private final long key;

  BoringSslTls(Protocol protocol) throws IOException {
    this.protocol = protocol;
    SSL.clearError(); // an earlier session's error would be taken for one of ours
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
    return new BoringSslEndpoint(io, client, true, protocol);
  }

  @Override
  public Endpoint server(Io io) throws IOException {
    BoringSslEndpoint endpoint = new BoringSslEndpoint(io, server, false, protocol);
    endpoint.present(chain, key);
    return endpoint;
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
