package dev.lockjaw.lincheck;

import dev.lockjaw.transport.ThreadContract;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** A session that any thread may use at any time: its guard must keep all operations apart. */
@Param(name = "message", gen = IntGen.class, conf = "1:9")
public final class SerialSession extends GuardedSession {
  public SerialSession() {
    super(ThreadContract.SERIAL);
  }

  @Operation(params = "message")
  public String send(int message) {
    return write(message);
  }

  @Operation
  public String receive() {
    return read();
  }

  @Operation
  public String close() {
    return free();
  }
}
