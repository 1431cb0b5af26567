package dev.lockjaw.probe;

import dev.lockjaw.engine.Call;
import dev.lockjaw.engine.Door;
import dev.lockjaw.engine.Door.Pass;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** The output stream of a probed socket. */
final class ProbedOutput extends OutputStream {
  private final OutputStream behind;
  private final Door door;
  private final Socket socket;

  ProbedOutput(OutputStream behind, Door door, Socket socket) {
    this.behind = behind;
    this.door = door;
    this.socket = socket;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] data, int offset, int length) throws IOException {
    Door.Step<IOException> write = () -> behind.write(data, offset, length);
    try (Pass pass = door.enter(Call.WRITE)) {
      pass.perform(write, () -> false);
    }
  }

  @Override
  public void flush() throws IOException {
    behind.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
