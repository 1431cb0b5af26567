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
 * java.util.ServiceLoader}; stateless, as it is arranged anew for every interleaving.
 */
@API(status = API.Status.STABLE)
public interface Scenario {
  /** The name on the command line, in results and in tokens. */
  String id();

  /** What happens, in one sentence without a full stop. */
  String description();

  /** Place in lists, low first. */
  default int order() {
    return 1000;
  }

  /** The TLS version to run with, where another was asked for. */
  default Protocol protocol(Protocol asked) {
    return asked;
  }

  /** Why it can't be run on a transport; empty if it can. */
  default Optional<String> unsupported(Transport transport) {
    return Optional.empty();
  }

  /** What it needs of a user's sessions that not all of them offer. */
  default Set<Hook> needs() {
    return Set.of();
  }

  /** Makes sessions, says who does what with them and what is checked in the end. */
  void arrange(Stage stage) throws IOException;
}
