package dev.lockjaw.lincheck;

import dev.lockjaw.transport.ThreadContract;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * A session used as a duplex stack allows: one reader beside one writer, and any thread may free.
 */
@Param(name = "message", gen = IntGen.class, conf = "1:9")
public final class DuplexSession extends GuardedSession {
  public DuplexSession() {
    super(ThreadContract.DUPLEX);
  }

  @Operation(nonParallelGroup = "writer", params = "message")
  public String send(int message) {
    return write(message);
  }

  @Operation(nonParallelGroup = "reader")
  public String receive() {
    return read();
  }

  @Operation
  public String close() {
    return free();
  }
}
