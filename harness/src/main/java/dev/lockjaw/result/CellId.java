package dev.lockjaw.result;

import java.io.Serializable;
import org.apiguardian.api.API;

/**
 * Identifies a cell within a run by the ids of its parts, such as {@code
 * write-free/none/jsse/tls1.2}. This is the only spelling of a cell's identity: results, tokens,
 * baselines and messages all use it.
 *
 * @param protocol the TLS version, such as {@code tls1.2}
 */
@API(status = API.Status.STABLE)
public record CellId(String scenario, String strategy, String transport, String protocol)
    implements Serializable {

  /** All four parts, separated by slashes. */
  public String text() {
    return brief() + '/' + protocol;
  }

  /** The parts without the TLS version, separated by slashes. */
  public String brief() {
    return scenario + '/' + strategy + '/' + transport;
  }

  /** {@link #text}. */
  @Override
  public String toString() {
    return text();
  }
}
