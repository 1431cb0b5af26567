package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Refusal;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A thread frees a session twice and opens two others, while the callback of the first one still
 * runs. What the first one gave back twice, a buffer for example, both others may get. What it does
 * late, such as a cleanup, may hit the session that took its place. Met in mysql2 (issue 1280: a
 * connection released twice is handed out twice), in Jetty (issue 2757) and in river (pull request
 * 205: a timer of the old connection ends the new one).
 */
@AutoService(Scenario.class)
public final class Reconnect implements Scenario {
  @Override
  public String id() {
    return "reconnect";
  }

  @Override
  public String description() {
    return "a session is freed twice beside its callback, and two others are opened";
  }

  @Override
  public int order() {
    return 82;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection old = stage.connect("old");
    old.peer().send(Traffic.message("peer", 0, 16));
    byte[] answer = Traffic.message("reader", 0, 16);
    old.session()
        .onReceive(Delivery.AFTER_RELEASE, data -> Refusal.allow(() -> old.session().send(answer)));
    Stage.LateConnection left = stage.connectLater("left");
    Stage.LateConnection right = stage.connectLater("right");
    AtomicReference<Traffic> second = new AtomicReference<>();
    Shared opened = new Shared("the other sessions");
    stage.actor(
        "reader",
        () -> {
          Refusal.allow(old.session()::receive);
          stage
              .sync()
              .await("waits for right", Waiting.COMPLETION, opened, () -> second.get() != null);
          second.get().send("reader");
        });
    stage.actor(
        "opener",
        () -> {
          Refusal.allow(old.session()::free);
          Refusal.allow(old.session()::free);
          Traffic first = Traffic.to(stage, left.connect());
          second.set(Traffic.to(stage, right.connect()));
          stage.sync().changed(opened);
          first.send("opener");
        });
  }
}
