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
  /** The transport and the protocol of a test that brings its own. */
  private static final String OWN = "own";

  /**
   * The cell of a test that opens its sessions itself, on the TLS stacks of its choice.
   *
   * @param method the name of the test's method
   * @param type the simple name of its class
   */
  public static CellId ofTest(String method, String type) {
    return new CellId(method, type, OWN, OWN);
  }

  /** Whether it is one of {@link #ofTest}: its TLS version is not known. */
  public boolean ofTest() {
    return transport.equals(OWN);
  }

  /** All four parts, separated by slashes. */
  public String text() {
    return scenario + '/' + strategy + '/' + transport + '/' + protocol;
  }

  /** The parts without the TLS version, separated by slashes. A test has no transport either. */
  public String brief() {
    return scenario + '/' + strategy + (ofTest() ? "" : '/' + transport);
  }

  /** {@link #text}. */
  @Override
  public String toString() {
    return text();
  }
}
