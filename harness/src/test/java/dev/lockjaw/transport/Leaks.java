package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What many short sessions leave behind outside of the Java heap, on Linux. */
final class Leaks {
  private static final int PAIRS = 2_000;

  /** Garbage and the allocators' slack come to less, in bytes; 16 KiB a pair comes to more. */
  private static final long MEMORY = 24L << 20;

  private static final Path SELF = Path.of("/proc/self");

  private Leaks() {}

  /** Half of the pairs are freed, half of them discarded. */
  static void assertNone(Transport transport, Protocol protocol) throws IOException {
    EndpointContract.assumeAvailable(transport);
    assumeTrue(Files.isDirectory(SELF), "needs /proc");
    Tls tls = transport.open(protocol);
    open(tls, PAIRS);
    System.gc();
    long descriptors = descriptors();
    long memory = memory();
    open(tls, PAIRS);
    assertThat(descriptors()).as("open descriptors").isLessThan(descriptors + 20);
    System.gc();
    assertThat(memory() - memory).as("growth of memory, bytes").isLessThan(MEMORY);
  }

  private static void open(Tls tls, int pairs) throws IOException {
    for (int i = 0; i < pairs; i++) {
      Pair pair = Pair.established(tls);
      if (i % 2 == 0) {
        pair.client.free();
        pair.server.free();
      } else {
        pair.client.discard();
        pair.server.discard();
      }
    }
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
      return open.count();
    }
  }

  /** Resident and not backed by a file, in bytes. */
  private static long memory() throws IOException {
    try (Stream<String> status = Files.lines(SELF.resolve("status"))) {
      return status
          .filter(line -> line.startsWith("RssAnon:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElseThrow();
    }
  }
}
