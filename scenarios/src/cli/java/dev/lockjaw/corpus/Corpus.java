package dev.lockjaw.corpus;

import java.util.List;
import java.util.Optional;

/** The real bugs that can be reproduced. */
public final class Corpus {
  private static final String PROCESSES = "processes";
  private static final String CONNECTIONS = "connections";

  /** The JDK that runs this. Children run on the same one. */
  private static final String JDK = "JDK " + System.getProperty("java.version");

  private static final Entry NETTY_989 =
      new Entry(
          "netty-989",
          "the handshake lock against the queue of pending writes",
          "The I/O thread answers a handshake message under the handshake lock and finds the"
              + " connection broken. To fail the pending writes, it needs the lock of their queue."
              + " An application thread that is writing holds that lock and needs the handshake lock"
              + " to encrypt.",
          "Netty989",
          PROCESSES,
          "the JVM's deadlock detector",
          List.of(
              Release.of("io.netty:netty:3.6.2.Final", true, "5 of 5", ""),
              Release.of(
                  "io.netty:netty:3.6.3.Final",
                  true,
                  "5 of 5",
                  "the first fix, which leaves this path unchanged"),
              Release.of("io.netty:netty:3.6.4.Final", false, "0 of 5", "the second fix")));

  private static final Entry NETTY_2093 =
      new Entry(
          "netty-2093",
          "a double lock, when a listener of a failed write writes again",
          "The peer accepts TCP and never speaks TLS, so a write waits for the handshake. The"
              + " channel is closed, and its pending writes are failed under a non-reentrant lock. A"
              + " listener of a failed write writes again and needs the same lock. libdatachannel"
              + " #1347 has the same shape.",
          "Netty2093",
          PROCESSES,
          "the listener's thread waits for a lock that it holds itself; the JVM's deadlock"
              + " detector does not see it",
          List.of(
              Release.of("io.netty:netty:3.9.2.Final", true, "10 of 10", ""),
              Release.of(
                  "io.netty:netty:3.9.3.Final",
                  false,
                  "0 of 10",
                  "the fix; a later version of it drops queued futures (netty-4296)")));

  private static final Entry NETTY_4296 =
      new Entry(
          "netty-4296",
          "after the fix of #2093, futures of queued writes are never completed",
          "One thread is in the transport with an encrypted record. Another thread's record is"
              + " queued behind it. The connection breaks. A thread that waits for the future of the"
              + " queued write waits forever.",
          "Netty4296",
          PROCESSES,
          "the future is not completed within 1.5 s of the channel's close",
          List.of(
              Release.of(
                  "io.netty:netty:3.9.2.Final", false, "0 of 5", "before the fix of netty-2093"),
              Release.of(
                  "io.netty:netty:3.10.4.Final",
                  true,
                  "5 of 5",
                  "with the fix of netty-2093, which introduced this"),
              Release.of("io.netty:netty:3.10.5.Final", false, "0 of 5", "the fix")));

  private static final Entry BC_JAVA_1344 =
      new Entry(
          "bc-java-1344",
          "a session's lock against its context's lock, when sessions are invalidated",
          "SSLSession.invalidate locks the session and then its context, to remove the session"
              + " from it. SSLSessionContext.getIds locks the context and then each session, to"
              + " check that it is still valid.",
          "BcJava1344",
          PROCESSES,
          "the JVM's deadlock detector",
          List.of(
              Release.of("org.bouncycastle:bctls-jdk15on:1.69", true, "8 of 10", ""),
              Release.of("org.bouncycastle:bctls-jdk15on:1.70", false, "0 of 10", "the fix")));

  private static final Entry UNDERTOW_1839 =
      new Entry(
          "undertow-1839",
          "use after free: close frees pooled buffers while data is decrypted into them",
          "A worker reads a request body that does not end. A second thread closes the"
              + " connection at random, 0 to 2 ms later. The TLS conduit returns its buffers to"
              + " their pool while the worker unwraps into them.",
          "Undertow1839",
          CONNECTIONS,
          "an exception that is not an IOException (a NullPointerException, UT000091) comes out"
              + " of the TLS conduit; now and then the process dies",
          List.of(
              Release.of("io.undertow:undertow-core:2.2.3.Final", true, "324 of 1,583", ""),
              Release.of("io.undertow:undertow-core:2.2.4.Final", false, "0 of 1,079", "the fix")));

  private static final Entry GRIZZLY_1079 =
      new Entry(
          "grizzly-1079",
          "parallel writers: records reach the wire in a different order than they were"
              + " encrypted",
          "Four threads of a server each write 200 times 100 bytes on one connection. Encrypting"
              + " a record and putting it into the queue of the transport are two steps, and another"
              + " writer can run between them.",
          "Grizzly1079",
          CONNECTIONS,
          "the client, which uses the JDK, throws an SSLException: Tag mismatch",
          List.of(
              Release.of("org.glassfish.grizzly:grizzly-framework:2.1.2", true, "12 of 15", ""),
              Release.of(
                  "org.glassfish.grizzly:grizzly-framework:2.1.7", false, "0 of 15", "the fix")));

  private static final Entry JDK_CLOSE_BLOCKED_WRITE =
      new Entry(
          "jdk-close-blocked-write",
          "SSLSocket.close waits forever for the lock of a blocked write",
          "The peer does not read. A write waits for room on the wire and holds the record lock."
              + " With TLS 1.3, close needs that lock to send close_notify. No JDK fixes this;"
              + " SO_LINGER avoids it.",
          "JdkCloseBlockedWrite",
          PROCESSES,
          "close has not returned after 2.5 s and waits for the writer's lock",
          List.of(
              Release.ofJdk(JDK + " without SO_LINGER", "off", true, "3 of 3", ""),
              Release.ofJdk(JDK + " with SO_LINGER 0", "0", false, "0 of 6", "not a fix"),
              Release.ofJdk(JDK + " with SO_LINGER 1", "1", false, "0 of 6", "not a fix")));

  private static final Entry JDK_KEYUPDATE_DUPLEX =
      new Entry(
          "jdk-keyupdate-duplex",
          "both readers want to answer a KeyUpdate while their writers hold the lock",
          "Both ends write as fast as they can, each with a reader beside the writer. Keys are"
              + " updated after each MiB (jdk.tls.keyLimits). To answer a KeyUpdate, a reader needs"
              + " the record lock. Its writer holds that lock and waits for the other end's reader"
              + " to make room on the wire. No JDK fixes this; TLS 1.2 has no KeyUpdate.",
          "JdkKeyUpdateDuplex",
          PROCESSES,
          "no byte moves for 1.25 s, and at both ends the reader or the writer waits for the"
              + " other's lock",
          List.of(
              Release.ofJdk(JDK + ", TLS 1.3", "TLSv1.3", true, "5 of 5", ""),
              Release.ofJdk(JDK + ", TLS 1.2", "TLSv1.2", false, "0 of 2", "not a fix")));

  private Corpus() {}

  /** All entries. */
  public static List<Entry> entries() {
    return List.of(
        NETTY_989,
        NETTY_2093,
        NETTY_4296,
        BC_JAVA_1344,
        UNDERTOW_1839,
        GRIZZLY_1079,
        JDK_CLOSE_BLOCKED_WRITE,
        JDK_KEYUPDATE_DUPLEX);
  }

  /** The entry with that id, if there is one. */
  public static Optional<Entry> named(String id) {
    return entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
  }
}
