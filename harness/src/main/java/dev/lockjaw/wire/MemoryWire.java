package dev.lockjaw.wire;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apiguardian.api.API;

/** A wire in memory. */
@API(status = API.Status.STABLE)
public final class MemoryWire {
  private final Pipe toServer;
  private final Pipe toClient;
  private final Wire wire;

  /**
   * @param sync the {@code Sync} of the run that uses the wire
   * @param name prefix of the names of its two directions
   * @param capacity bound of each direction, in bytes
   */
  public MemoryWire(Sync sync, String name, int capacity) {
    toServer = new Pipe(name + " to server", capacity);
    toClient = new Pipe(name + " to client", capacity);
    wire = new Wire(new End(sync, toClient, toServer), new End(sync, toServer, toClient));
  }

  public Wire wire() {
    return wire;
  }

  /** Sets the bound of each direction, in bytes. Bytes already on the wire stay there. */
  public void bound(int bytes) {
    toServer.bound(bytes);
    toClient.bound(bytes);
  }

  private record End(Sync sync, Pipe in, Pipe out) implements WireEnd {
    @Override
    public int read(ByteBuffer into) {
      int count = in.read(into);
      if (count > 0) {
        sync.changed(in);
      }
      return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      int count = out.write(from);
      if (count > 0) {
        sync.changed(out);
      }
      return count;
    }

    @Override
    public boolean readable() {
      return in.readable();
    }

    @Override
    public boolean writable() {
      return out.writable();
    }

    @Override
    public int available() {
      return in.length();
    }

    @Override
    public void endOutput() {
      out.close();
      sync.changed(out);
    }

    @Override
    public Shared input() {
      return in;
    }

    @Override
    public Shared output() {
      return out;
    }

    @Override
    public void close() {
      in.close();
      out.close();
      sync.changed(in);
      sync.changed(out);
    }
  }
}
