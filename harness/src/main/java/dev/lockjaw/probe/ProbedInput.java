package dev.lockjaw.probe;

import dev.lockjaw.engine.Call;
import dev.lockjaw.engine.Door;
import dev.lockjaw.engine.Door.Pass;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** The input stream of a probed socket. */
final class ProbedInput extends FilterInputStream {
  private final Door door;
  private final Socket socket;
  private volatile boolean established;

  ProbedInput(InputStream behind, Door door, Socket socket) {
    super(behind);
    this.door = door;
    this.socket = socket;
  }

  private <T extends Number> T through(Door.Action<T, IOException> reading) throws IOException {
    Door.Action<T, IOException> counted =
        () -> {
          T count = reading.run();
          established |= count.longValue() >= 0;
          return count;
        };
    try (Pass pass = door.enter(Call.READ)) {
      return pass.perform(counted, () -> established);
    }
  }

  @Override
  public int read() throws IOException {
    return through(in::read);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return through(() -> in.read(into, offset, length));
  }

  @Override
  public long skip(long count) throws IOException {
    return through(() -> in.skip(count));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
