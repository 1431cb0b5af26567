package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.lock.Status;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Peer;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.sync.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Two readers on one session, until they have received all there is. Records must be decrypted in
 * the order in which they were read. Met in graphene (pull request 2059), in a discussion of what a
 * lock around each call of mbedTLS is worth. Few sessions promise it, so a session must declare
 * {@link Hook#READERS}.
 */
@AutoService(Scenario.class)
public final class ReadRead implements Scenario {
  private static final int MESSAGE = 16;

  @Override
  public String id() {
    return "read-read";
  }

  @Override
  public String description() {
    return "two threads read";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public Set<Hook> needs() {
    return Set.of(Hook.READERS);
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    SessionUnderTest session = connection.session();
    connection.peer().send(Traffic.message("peer", 0, MESSAGE));
    connection.peer().send(Traffic.message("peer", 1, MESSAGE));
    Word arrived = stage.sync().word("arrived", 0);
    session.onReceive(Delivery.AFTER_RELEASE, data -> arrived.getAndAdd(data.length));
    for (String reader : new String[] {"reader-1", "reader-2"}) {
      stage.actor(
          reader,
          () -> {
            while (arrived.get() < 2 * MESSAGE && session.receive() != Status.CLOSED) {
              // one record at a time
            }
            wakeTheOther(connection.peer());
          });
    }
  }

  /** The other reader may wait for input that this one has taken. */
  private static void wakeTheOther(Peer peer) {
    synchronized (peer) {
      try {
        peer.send(Traffic.message("peer", 2, MESSAGE));
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    }
  }
}
