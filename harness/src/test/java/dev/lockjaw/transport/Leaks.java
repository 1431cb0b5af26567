package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Checks what many short sessions leave behind outside the Java heap, on Linux. */
public final class Leaks {
  private static final int PAIRS = 2_000;

  /** Bytes. The JVM itself allocates less meanwhile; a leak of 8 KiB a pair would be more. */
  private static final long MEMORY = 16_000_000;

  /** A third of a second and more each. */
  private static final int MOST_LOOKS = 60;

  private static final Path SELF = Path.of("/proc/self");

  private Leaks() {}

  /** Frees half of the pairs and discards the other half. */
  public static void assertNone(Transport transport, Protocol protocol)
      throws IOException, InterruptedException {
    EndpointContract.assumeAvailable(transport);
    assumeTrue(Files.isDirectory(SELF), "needs /proc");
    Tls tls = transport.open(protocol);
    open(tls, PAIRS);
    collectGarbage();
    long descriptors = descriptors();
    long memory = memory();
    open(tls, PAIRS);
    collectGarbage();
    for (int i = 0; i < MOST_LOOKS && memory() - memory >= MEMORY; i++) {
      collectGarbage(); // the JVM's compiler returns memory that it had borrowed; a leak stays
    }
    assertThat(descriptors()).as("open descriptors").isLessThan(descriptors + 20);
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

  /** Leaves finalizers and cleaners some time to free memory. */
  private static void collectGarbage() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
      return open.count();
    }
  }

  /** Bytes that the C library has allocated and not freed. The Java heap does not count. */
  private static long memory() {
    Mallinfo info =
        (Mallinfo)
            NativeLibrary.getInstance("c")
                .getFunction("mallinfo2")
                .invoke(Mallinfo.class, new Object[0]);
    return info.uordblks + info.hblkhd;
  }

  /** {@code struct mallinfo2} of glibc 2.33; every field is a {@code size_t}. */
  @FieldOrder({
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost"
  })
  public static final class Mallinfo extends Structure implements Structure.ByValue {
    public long arena;
    public long ordblks;
    public long smblks;
    public long hblks;
    public long hblkhd;
    public long usmblks;
    public long fsmblks;
    public long uordblks;
    public long fordblks;
    public long keepcost;
  }
}
