package dev.lockjaw.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.BasicArena;
import dev.lockjaw.arena.Body;
import dev.lockjaw.arena.Escape;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.stress.StressRun;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.wire.MemoryWire;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A wire as a socket and as a channel, on threads that are scheduled and on threads that are not.
 */
@Timeout(60)
class WireSocketTest {
  private static final int CAPACITY = 100;

  /** A test's body. */
  private interface Acts {
    void act() throws Exception;
  }

  enum Run {
    EXPLORED,
    STRESSED;

    BasicArena with(ActorThreads workers) {
      return this == EXPLORED ? new ControlledRun(workers, true) : new StressRun(workers, 7, true);
    }

    void execute(BasicArena run) {
      if (run instanceof ControlledRun controlled) {
        controlled.execute(
            (at, current, ids, count, state, spins) -> current < 0 ? ids[0] : current);
      } else {
        ((StressRun) run).execute();
      }
    }
  }

  private final ActorThreads workers = new ActorThreads();
  private final Shared signals = new Shared("signals");
  private BasicArena run;
  private WireEnd peer;
  private SocketChannel channel;
  private volatile boolean given;

  @AfterEach
  void close() {
    run.close();
    workers.close();
  }

  private void open(Run kind) {
    run = kind.with(workers);
    MemoryWire wire = new MemoryWire(run, "wire", CAPACITY);
    peer = wire.wire().server();
    WireChannel end = new WireChannel(run, wire.wire().client(), () -> {}, () -> {}, false);
    channel = new WireSocketChannel(new WireProvider(run, end, "client"), run, end);
  }

  private void actor(String name, Acts acts) {
    Body body =
        () -> {
          try {
            acts.act();
          } catch (Exception failed) {
            throw new AssertionError(failed);
          }
        };
    run.actor(name, body);
  }

  private void play(Run kind) {
    kind.execute(run);
    assertThat(run.escapes()).extracting(Escape::exception).isEmpty();
    assertThat(run.findings().sightings()).isEmpty();
    assertThat(run.complete()).isTrue();
  }

  /** Lets the thread that calls {@link #awaitsSignal} go on. */
  private void signal() {
    given = true;
    run.changed(signals);
  }

  private void awaitsSignal() {
    run.await("waits for a signal", Waiting.COMPLETION, signals, () -> given);
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count);
  }

  @ParameterizedTest
  @EnumSource(Run.class)
  void halfACloseLeavesTheOtherHalf(Run kind) throws IOException {
    open(kind);
    Socket socket = channel.socket();
    actor(
        "user",
        () -> {
          socket.getOutputStream().write(new byte[] {1, 2});
          socket.shutdownOutput();
          assertThatThrownBy(() -> socket.getOutputStream().write(3))
              .isInstanceOf(SocketException.class);
          assertThat(socket.isOutputShutdown()).isTrue();
          assertThat(socket.getInputStream().read()).isEqualTo(9);
          socket.shutdownInput();
          assertThat(socket.getInputStream().read()).isEqualTo(-1);
          assertThat(socket.isClosed()).isFalse();
          signal();
        });
    actor(
        "peer",
        () -> {
          peer.write(ByteBuffer.wrap(new byte[] {9, 9}));
          awaitsSignal();
          assertThat(peer.read(bytes(5))).isEqualTo(2);
          assertThat(peer.read(bytes(5))).isEqualTo(-1);
        });
    play(kind);
  }

  @ParameterizedTest
  @EnumSource(Run.class)
  void aReadTimesOutWhereNothingElseMoves(Run kind) throws IOException {
    open(kind);
    Socket socket = channel.socket();
    socket.setSoTimeout(3_600_000);
    actor(
        "user",
        () -> {
          assertThatThrownBy(() -> socket.getInputStream().read())
              .isInstanceOf(SocketTimeoutException.class);
          signal();
          assertThat(socket.getInputStream().read()).isEqualTo(9);
        });
    actor(
        "peer",
        () -> {
          awaitsSignal();
          peer.write(ByteBuffer.wrap(new byte[] {9}));
        });
    play(kind);
  }

  @ParameterizedTest
  @EnumSource(Run.class)
  void aCloseWakesAReaderAndAWriter(Run kind) {
    open(kind);
    Socket socket = channel.socket();
    actor(
        "reader",
        () ->
            assertThatThrownBy(() -> socket.getInputStream().read())
                .isInstanceOf(SocketException.class));
    actor(
        "writer",
        () ->
            assertThatThrownBy(() -> channel.write(bytes(CAPACITY + 1)))
                .isInstanceOf(ClosedChannelException.class));
    actor(
        "closer",
        () -> {
          run.await("waits for a full wire", Waiting.IO, peer.input(), () -> full());
          socket.close();
        });
    play(kind);
    assertThat(socket.isClosed()).isTrue();
    assertThat(channel.isOpen()).isFalse();
  }

  private boolean full() {
    return peer.available() == CAPACITY;
  }

  /** The JDK's channels are closed by that, and its sockets are not. */
  @ParameterizedTest
  @EnumSource(Run.class)
  void anInterruptClosesAChannelAndNoSocket(Run kind) {
    open(kind);
    Thread[] reader = new Thread[1];
    actor(
        "reader",
        () -> {
          reader[0] = Thread.currentThread();
          signal();
          assertThat(channel.socket().getInputStream().read()).isEqualTo(9);
          assertThatThrownBy(() -> channel.read(bytes(1)))
              .isInstanceOf(ClosedByInterruptException.class);
          assertThat(Thread.interrupted()).isTrue();
        });
    actor(
        "interrupter",
        () -> {
          awaitsSignal();
          reader[0].interrupt();
          peer.write(ByteBuffer.wrap(new byte[] {9}));
        });
    play(kind);
    assertThat(channel.isOpen()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Run.class)
  void anInterruptEndsAWait(Run kind) {
    open(kind);
    Thread[] reader = new Thread[1];
    actor(
        "reader",
        () -> {
          reader[0] = Thread.currentThread();
          signal();
          assertThatThrownBy(() -> channel.read(bytes(1)))
              .isInstanceOfAny(ClosedByInterruptException.class, AsynchronousCloseException.class);
        });
    actor(
        "interrupter",
        () -> {
          awaitsSignal();
          reader[0].interrupt();
        });
    play(kind);
  }

  @ParameterizedTest
  @EnumSource(Run.class)
  void aChannelThatDoesNotBlockTakesWhatFits(Run kind) {
    open(kind);
    actor(
        "user",
        () -> {
          channel.configureBlocking(false);
          assertThat(channel.read(bytes(1))).isZero();
          ByteBuffer much = bytes(CAPACITY + 10);
          assertThat(channel.write(much)).isEqualTo(CAPACITY);
          assertThat(channel.write(much)).isZero();
          assertThatThrownBy(() -> channel.socket().getInputStream().read())
              .isInstanceOf(IllegalBlockingModeException.class);
        });
    play(kind);
  }

  @ParameterizedTest
  @EnumSource(Run.class)
  void aSelectorSeesWhatIsReady(Run kind) throws IOException {
    open(kind);
    Selector selector = channel.provider().openSelector();
    actor(
        "user",
        () -> {
          channel.configureBlocking(false);
          SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
          assertThat(selector.selectNow()).isZero();
          assertThat(selector.select(1_000)).as("the time is up").isZero();
          signal();
          assertThat(selector.select()).isEqualTo(1);
          assertThat(selector.selectedKeys()).containsExactly(key);
          assertThat(key.isReadable()).isTrue();
          selector.selectedKeys().clear();
          key.interestOps(SelectionKey.OP_WRITE);
          channel.write(bytes(CAPACITY));
          assertThat(selector.selectNow()).as("there is no room").isZero();
          selector.wakeup();
          assertThat(selector.select()).isZero();
          key.cancel();
          assertThat(selector.selectNow()).isZero();
          assertThat(selector.keys()).isEmpty();
          selector.close();
        });
    actor(
        "peer",
        () -> {
          awaitsSignal();
          peer.write(bytes(1));
        });
    play(kind);
  }

  @ParameterizedTest
  @EnumSource(Run.class)
  void itIsConnectedAndKeepsItsOptions(Run kind) throws IOException {
    open(kind);
    Socket socket = channel.socket();
    assertThat(socket).isSameAs(channel.socket());
    assertThat(socket.isConnected()).isTrue();
    assertThat(socket.getPort()).isEqualTo(443);
    assertThat(socket.getInetAddress().isLoopbackAddress()).isTrue();
    socket.setTcpNoDelay(true);
    socket.setSoLinger(true, 3);
    assertThat(channel.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
    assertThat(socket.getSoLinger()).isEqualTo(3);
    assertThatThrownBy(() -> channel.connect(channel.getRemoteAddress()))
        .isInstanceOf(AlreadyConnectedException.class);
    assertThatThrownBy(() -> channel.provider().openPipe()).hasMessageContaining("wakeup()");
  }
}
