package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Refusal;
import dev.lockjaw.session.SessionUnderTest;
import java.io.IOException;

/**
 * The peer closes its side with a close_notify. The reader gets it, and some stacks then owe the
 * peer a close_notify of their own: the reader becomes a writer, beside the writer. From then on
 * the session may refuse to send. It must not mix the two records, and must not keep a lock. Met in
 * OpenSSL's documentation of SSL_shutdown (pull request 5819): a close against a write.
 */
@AutoService(Scenario.class)
public final class PeerCloses implements Scenario {
  @Override
  public String id() {
    return "peer-closes";
  }

  @Override
  public String description() {
    return "the peer's close_notify arrives beside a reader and a writer; then a free";
  }

  @Override
  public int order() {
    return 84;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    SessionUnderTest session = connection.session();
    connection.peer().close();
    byte[] message = Traffic.message("client", 0, 16);
    stage.actor("reader", () -> Refusal.allow(session::receive));
    stage.actor("writer", () -> Refusal.allow(() -> session.send(message)));
    stage.afterwards("closer", () -> Refusal.allow(session::free));
  }
}
