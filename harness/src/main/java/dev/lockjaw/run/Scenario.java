package dev.lockjaw.run;

import dev.lockjaw.adapter.Hook;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A few actors on fresh sessions, and what must hold for them. Found by {@link
 * java.util.ServiceLoader}, in a jar of {@code --plugin} too. It is stateless, because it is
 * arranged anew for each interleaving.
 *
 * <p>A writer beside a thread that frees the session. Each message that the session accepted must
 * arrive:
 *
 * <pre>{@code
 * public final class LateFree implements Scenario {
 *   public String id() {
 *     return "late-free";
 *   }
 *
 *   public String description() {
 *     return "a free beside two writes";
 *   }
 *
 *   public void arrange(Stage stage) throws IOException {
 *     Connection connection = stage.connect("client");
 *     Traffic traffic = Traffic.to(stage, connection);
 *     stage.actor(
 *         "writer",
 *         () -> {
 *           traffic.send("writer");
 *           traffic.send("writer");
 *         });
 *     stage.actor("freer", connection.session()::free);
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.STABLE)
public interface Scenario {
  /** The name on the command line, in results and in tokens. */
  String id();

  /** What happens, as one sentence without a full stop. */
  String description();

  /** Place in lists, low first. */
  default int order() {
    return 1000;
  }

  /** The TLS version to run with; the asked one, unless the scenario needs another. */
  default Protocol protocol(Protocol asked) {
    return asked;
  }

  /** Why the scenario cannot run on a transport, as a clause; empty if it can. */
  default Optional<String> unsupported(Transport transport) {
    return Optional.empty();
  }

  /** The hooks that it needs. On a user's sessions that lack one it is skipped. */
  default Set<Hook> needs() {
    return Set.of();
  }

  /**
   * Makes sessions, and adds actors and checks. Called by one thread, before the actors begin.
   *
   * @throws IOException if a connection cannot be made; Lockjaw reports an error, not a finding
   */
  void arrange(Stage stage) throws IOException;
}
