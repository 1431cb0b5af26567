package dev.lockjaw.woven.net;

import dev.lockjaw.socket.Options;
import dev.lockjaw.socket.Selectable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** A pipe: one direction of a connection. */
final class MemoryPipe extends Pipe {
  private final SourceChannel source;
  private final SinkChannel sink;

  MemoryPipe(MemoryProvider provider) {
    InetSocketAddress none = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    End end = new End(new Flow(Options.CAPACITY), new Flow(Options.CAPACITY), none, none);
    source = new Source(provider, new MemoryChannel(provider, end));
    sink = new Sink(provider, new MemoryChannel(provider, end.other()));
  }

  @Override
  public SourceChannel source() {
    return source;
  }

  @Override
  public SinkChannel sink() {
    return sink;
  }

  private static final class Source extends SourceChannel implements Selectable {
    private final MemoryChannel channel;

    Source(MemoryProvider provider, MemoryChannel channel) {
      super(provider);
      this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return channel.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
      return channel.read(into, offset, length);
    }

    @Override
    public long read(ByteBuffer[] into) throws IOException {
      return channel.read(into);
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
      channel.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) throws IOException {
      channel.configureBlocking(block);
    }

    @Override
    public int ready(int interest) {
      return channel.ready(interest);
    }

    @Override
    public void look() {
      channel.look();
    }

    @Override
    public Object subject() {
      return channel.subject();
    }
  }

  private static final class Sink extends SinkChannel implements Selectable {
    private final MemoryChannel channel;

    Sink(MemoryProvider provider, MemoryChannel channel) {
      super(provider);
      this.channel = channel;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      return channel.write(from);
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
      return channel.write(from, offset, length);
    }

    @Override
    public long write(ByteBuffer[] from) throws IOException {
      return channel.write(from);
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
      channel.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) throws IOException {
      channel.configureBlocking(block);
    }

    @Override
    public int ready(int interest) {
      return channel.ready(interest);
    }

    @Override
    public void look() {
      channel.look();
    }

    @Override
    public Object subject() {
      return channel.subject();
    }
  }
}
