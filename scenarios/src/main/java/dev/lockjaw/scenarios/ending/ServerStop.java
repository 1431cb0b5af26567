package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;

/**
 * A stop of a whole server under traffic. The server has two connections of one TLS context. The
 * reader of one passes what it receives on to the other one. The thread that stops the server frees
 * both, and takes no lock of its own. Every session must be freed, and no thread may stay blocked.
 * What a free owes to a message before it is the matter of {@link SendThenFree}. Met in
 * Java-WebSocket (issues 287 and 1101), in ttrpc-rust (pull request 30), in websocket-sharp (issue
 * 695) and in ClickHouse (issue 119393: a reader that waits under its connection's lock stalls the
 * stop of the server).
 */
@AutoService(Scenario.class)
public final class ServerStop implements Scenario {
  @Override
  public String id() {
    return "server-stop";
  }

  @Override
  public String description() {
    return "two sessions, one of which passes its messages on to the other, are freed by one thread";
  }

  @Override
  public int order() {
    return 83;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection left = stage.connect("left");
    Connection right = stage.connect("right");
    Traffic passedOn = Traffic.to(stage, right);
    left.peer().send(Traffic.message("peer", 0, 16));
    left.session().onReceive(Delivery.AFTER_RELEASE, data -> passedOn.send("reader"));
    stage.actor("reader", left.session()::receive);
    stage.actor(
        "stopper",
        () -> {
          left.session().free();
          right.session().free();
        });
  }
}
