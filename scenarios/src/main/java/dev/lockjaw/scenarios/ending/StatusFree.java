package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import java.io.IOException;
import java.util.Set;

/**
 * One thread asks the session for its state, by its getters, while another frees it. Getters look
 * harmless, so wrappers read the engine's field without the lock there: the call then meets a
 * cleared field or freed native memory. Met in Conscrypt (pull request 283: a timer asks whether
 * the engine is done, and its native session is gone), in Open Liberty (issue 6524: a
 * NullPointerException of a handshake status under stress) and in OpenSSL (issue 23650: {@code
 * SSL_pending} without the lock).
 */
@AutoService(Scenario.class)
public final class StatusFree implements Scenario {
  @Override
  public String id() {
    return "status-free";
  }

  @Override
  public String description() {
    return "one thread frees the session while another calls its getters";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public Set<Hook> needs() {
    return Set.of(Hook.STATUS);
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    stage.actor("asker", connection.session()::queryStatus);
    stage.actor("freer", connection.session()::free);
  }
}
