package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/**
 * Two threads find the session not yet established and start the handshake. Met in Netty (issue
 * 12139).
 */
@AutoService(Scenario.class)
public final class HandshakeRace implements Scenario {
  @Override
  public String id() {
    return "handshake-race";
  }

  @Override
  public String description() {
    return "two threads enter the handshake";
  }

  @Override
  public int order() {
    return 180;
  }

  @Override
  public Set<Hook> needs() {
    return Set.of(Hook.HANDSHAKE);
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.dialAnswering("client");
    stage.actor("opener-1", connection.session()::handshake);
    stage.actor("opener-2", connection.session()::handshake);
    byte[] message = Traffic.message("after", 0, 16);
    stage.afterwards("sender", () -> connection.session().send(message));
    stage.check(
        () -> {
          if (!Arrays.equals(message, connection.peer().drain())) {
            stage.report(
                FindingKind.RECORD_CORRUPTION, "the session does not work after its handshake");
          }
        });
  }
}
