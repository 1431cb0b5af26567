package com.example.body;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** What the JDK says of its network. Each holds on the loopback and in memory. */
final class NetworkCases {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private NetworkCases() {}

  /** A check that may throw. */
  interface Act {
    void run() throws Exception;
  }

  private static Thread start(Act act) {
    Thread thread =
        new Thread(
            () -> {
              try {
                act.run();
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            },
            "other");
    thread.start();
    return thread;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private static void throwsA(Class<? extends Exception> type, Act act) throws Exception {
    try {
      act.run();
    } catch (Exception thrown) {
      require(type.isInstance(thrown), thrown + " instead of a " + type.getSimpleName());
      return;
    }
    throw new AssertionError("no " + type.getSimpleName());
  }

  static void bytesArriveInOrderAndThenTheEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
      Thread other =
          start(
              () -> {
                try (Socket socket = new Socket(HERE, server.getLocalPort())) {
                  socket.getOutputStream().write(new byte[] {1, 2});
                  socket.getOutputStream().write(3);
                }
              });
      try (Socket accepted = server.accept()) {
        InputStream in = accepted.getInputStream();
        byte[] all = in.readNBytes(10);
        require(all.length == 3 && all[0] == 1 && all[2] == 3, "all three bytes, and the end");
        require(in.read() == -1, "the end stays");
      }
      other.join();
    }
  }

  static void halfClosedTheOtherDirectionStillWorks() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
      Thread other =
          start(
              () -> {
                try (Socket accepted = server.accept()) {
                  while (accepted.getInputStream().read() >= 0) {
                    // reads to the end
                  }
                  accepted.getOutputStream().write(7);
                }
              });
      try (Socket socket = new Socket("localhost", server.getLocalPort())) {
        socket.getOutputStream().write(1);
        socket.shutdownOutput();
        require(socket.getInputStream().read() == 7, "the answer");
        throwsA(SocketException.class, () -> socket.getOutputStream().write(1));
      }
      other.join();
    }
  }

  static void nobodyListens() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0)) {
      port = server.getLocalPort();
    }
    throwsA(ConnectException.class, () -> new Socket(HERE, port));
  }

  static void aReadTimesOut() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, HERE);
        Socket socket = new Socket(HERE, server.getLocalPort())) {
      socket.setSoTimeout(20);
      throwsA(SocketTimeoutException.class, () -> socket.getInputStream().read());
      server.setSoTimeout(20);
      server.accept().close();
      throwsA(SocketTimeoutException.class, server::accept);
    }
  }

  static void aCloseEndsABlockedRead() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(null)) {
      SocketChannel channel = SocketChannel.open(server.getLocalAddress());
      Thread other =
          start(
              () ->
                  throwsA(
                      ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(1))));
      channel.close();
      other.join();
    }
  }

  static void aCloseEndsABlockedAccept() throws Exception {
    ServerSocketChannel server = ServerSocketChannel.open().bind(null);
    Thread other = start(() -> throwsA(ClosedChannelException.class, server::accept));
    server.close();
    other.join();
  }

  static void anInterruptClosesTheChannel() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(null);
        SocketChannel channel = SocketChannel.open(server.getLocalAddress())) {
      Thread other =
          start(
              () -> {
                throwsA(
                    AsynchronousCloseException.class, () -> channel.read(ByteBuffer.allocate(1)));
                require(Thread.currentThread().isInterrupted(), "it stays interrupted");
              });
      other.interrupt();
      other.join();
      require(!channel.isOpen(), "the channel is closed");
      require(
          ClosedByInterruptException.class.getSuperclass() == AsynchronousCloseException.class,
          "of its kind");
    }
  }

  static void writesFailOnceTheOtherEndIsClosed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, HERE);
        Socket socket = new Socket(HERE, server.getLocalPort())) {
      Socket accepted = server.accept();
      socket.getOutputStream().write(1);
      while (accepted.getInputStream().available() == 0) {
        Thread.onSpinWait();
      }
      accepted.close();
      throwsA(SocketException.class, () -> writeOn(socket));
    }
  }

  private static void writeOn(Socket socket) throws Exception {
    while (true) { // the first bytes may be on their way when the other end says no
      socket.getOutputStream().write(1);
    }
  }

  static void aFullConnectionBlocksItsWriter() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(null);
        SocketChannel channel = SocketChannel.open(server.getLocalAddress())) {
      SocketChannel accepted = server.accept();
      channel.configureBlocking(false);
      Selector selector = Selector.open();
      channel.register(selector, SelectionKey.OP_WRITE);
      ByteBuffer some = ByteBuffer.allocate(50_000);
      int written = 0;
      do { // a system may make room once more
        selector.selectedKeys().clear();
        for (int more = channel.write(some); more > 0; more = channel.write(some.clear())) {
          written += more;
        }
      } while (selector.selectNow() > 0);
      ByteBuffer all = ByteBuffer.allocate(written);
      while (all.hasRemaining()) {
        accepted.read(all);
      }
      require(selector.select() == 1, "there is room");
      selector.close();
      accepted.close();
    }
  }

  static void aSelectorServes() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(null);
        Selector selector = Selector.open()) {
      server.configureBlocking(false);
      SelectionKey accepts = server.register(selector, SelectionKey.OP_ACCEPT);
      require(selector.selectNow() == 0, "nobody connects");
      Thread other =
          start(
              () -> {
                try (SocketChannel channel = SocketChannel.open(server.getLocalAddress())) {
                  channel.write(ByteBuffer.wrap(new byte[] {5}));
                  ByteBuffer answer = ByteBuffer.allocate(1);
                  channel.read(answer);
                  require(answer.get(0) == 6, "the answer");
                }
              });
      require(selector.select() == 1 && accepts.isAcceptable(), "somebody connects");
      selector.selectedKeys().clear();
      SocketChannel accepted = server.accept();
      accepted.configureBlocking(false);
      SelectionKey reads = accepted.register(selector, SelectionKey.OP_READ, "with");
      selector.select();
      require(reads.isReadable() && reads.attachment().equals("with"), "a byte has come");
      ByteBuffer one = ByteBuffer.allocate(1);
      require(accepted.read(one) == 1, "one byte");
      require(accepted.read(ByteBuffer.allocate(1)) == 0, "and no more");
      accepted.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) + 1)}));
      other.join();
      reads.cancel();
      selector.selectNow();
      require(!reads.isValid() && selector.keys().size() == 1, "the key is gone");
      accepted.close();
    }
  }

  static void aWakeupEndsASelection() throws Exception {
    Selector selector = Selector.open();
    Thread other = start(selector::wakeup);
    require(selector.select() == 0, "nothing is ready");
    other.join();
    selector.wakeup();
    require(selector.select() == 0, "a wakeup is kept");
    selector.close();
  }

  static void connectingLaterIsSelected() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(null);
        SocketChannel channel = SocketChannel.open();
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(
          new InetSocketAddress(HERE, ((InetSocketAddress) server.getLocalAddress()).getPort()))) {
        channel.register(selector, SelectionKey.OP_CONNECT);
        require(selector.select() == 1, "the connection is there");
        require(channel.finishConnect(), "and complete");
      }
      require(channel.isConnected(), "connected");
    }
  }

  static void aPipeHasTwoEnds() throws Exception {
    Pipe pipe = Pipe.open();
    Thread other =
        start(
            () -> {
              pipe.sink().write(ByteBuffer.wrap(new byte[] {9}));
              pipe.sink().close();
            });
    ByteBuffer one = ByteBuffer.allocate(1);
    require(pipe.source().read(one) == 1 && one.get(0) == 9, "the byte");
    require(pipe.source().read(ByteBuffer.allocate(1)) == -1, "the end");
    pipe.source().close();
    other.join();
  }
}
