package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/**
 * The additional contract of native sessions, which mostly call {@link Io} from inside. One thread.
 */
public abstract class NativeEndpointContract extends EndpointContract {
  public NativeEndpointContract(Transport transport, Protocol protocol) throws IOException {
    super(transport, protocol);
  }

  @Test
  void doesNotSurviveMisuse() {
    assertThat(transport.survivesMisuse()).isFalse();
    assertThat(transport.contract()).isEqualTo(ThreadContract.SERIAL);
  }

  @Test
  void writesInsideReadThousandsOfTimes() throws IOException {
    Pair.settle(pair.client);
    pair.clientIo.beforeRead = () -> pair.client.write(text("ping"));
    for (int i = 0; i < 2_000; i++) {
      pair.server.write(text("data"));
      assertThat(Pair.receive(pair.client, 4)).asString().isEqualTo("data");
      assertThat(Pair.receive(pair.server, 4)).asString().isEqualTo("ping");
    }
  }

  @Test
  void writesInsideReadOfNothing() throws IOException {
    Pair.settle(pair.client);
    pair.clientIo.beforeRead = () -> pair.client.write(text("ping"));
    for (int i = 0; i < 10; i++) {
      Pair.settle(pair.client);
    }
    pair.clientIo.beforeRead = () -> {};
    assertThat(Pair.receive(pair.server, 40)).asString().isEqualTo("ping".repeat(10));
    echoes(64);
  }

  /** A peer may answer on the sender's thread. */
  @Test
  void readsAnotherSessionInsideWrite() throws IOException {
    ByteBuffer heard = ByteBuffer.allocate(64);
    pair.clientIo.beforeWrite = () -> pair.server.read(heard);
    pair.client.write(text("one"));
    pair.client.write(text("two"));
    assertThat(heard.flip()).isEqualTo(text("one"));
    pair.clientIo.beforeWrite = () -> {};
    assertThat(Pair.receive(pair.server, 3)).asString().isEqualTo("two");
  }

  @Test
  void theSameExceptionIsThrown() {
    for (Exception mine : new Exception[] {new IOException("mine"), new RuntimeException("mine")}) {
      pair.clientIo.beforeRead = () -> raise(mine);
      assertThatThrownBy(() -> pair.client.read(ByteBuffer.allocate(64))).isSameAs(mine);
      pair.clientIo.beforeWrite = () -> raise(mine);
      assertThatThrownBy(() -> pair.client.write(text("data"))).isSameAs(mine);
    }
  }

  /** The exception of a write inside a read is thrown by the read too. */
  @Test
  void theSameExceptionIsThrownByBoth() throws IOException {
    Pair.settle(pair.client);
    Exception mine = new IOException("mine");
    pair.clientIo.beforeRead = () -> pair.client.write(text("ping"));
    pair.clientIo.beforeWrite = () -> raise(mine);
    assertThatThrownBy(() -> pair.client.read(ByteBuffer.allocate(64))).isSameAs(mine);
  }

  /** A collected callback would look like the end of input. */
  @Test
  void callbacksOutliveGarbageCollections() throws IOException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      echoes(64);
    }
  }

  private static void raise(Exception exception) throws IOException {
    if (exception instanceof IOException checked) {
      throw checked;
    }
    throw (RuntimeException) exception;
  }
}
