package dev.lockjaw.probe;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import org.apiguardian.api.API;

/**
 * A security provider named {@code Lockjaw}, for libraries that get their {@link SSLContext}s
 * themselves. Its contexts are those of the next provider, probed. Install it first:
 *
 * <pre>{@code
 * Probe probe = Probe.seeded(1);
 * Security.insertProviderAt(new LockjawProvider(probe), 1);
 * }</pre>
 *
 * <p>It then serves {@code SSLContext.getInstance("TLS")}, and {@link SSLContext#getDefault} unless
 * that was called before. {@code Security.removeProvider("Lockjaw")} removes it. It offers the
 * algorithms that the other providers offered when it was made. Any thread.
 */
@API(status = API.Status.STABLE)
public final class LockjawProvider extends Provider {
  /** Its name. */
  public static final String NAME = "Lockjaw";

  private static final String TYPE = "SSLContext";

  /** Only a name for TLS, and as such in no list. */
  private static final String ALIAS = "SSL";

  private static final long serialVersionUID = 1L;

  private final transient Probe probe;

  /**
   * @param probe watches the engines and sockets of the contexts
   */
  public LockjawProvider(Probe probe) {
    super(NAME, "1", "SSLContexts of the provider that comes next, probed by Lockjaw");
    this.probe = probe;
    algorithms().forEach(algorithm -> putService(new Probed(algorithm)));
  }

  /** Of all other providers. */
  private static TreeSet<String> algorithms() {
    TreeSet<String> algorithms = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Provider provider : Security.getProviders()) {
      if (!provider.getName().equals(NAME)) {
        provider.getServices().stream()
            .filter(service -> service.getType().equals(TYPE))
            .forEach(service -> algorithms.add(service.getAlgorithm()));
        if (provider.getService(TYPE, ALIAS) != null) {
          algorithms.add(ALIAS);
        }
      }
    }
    return algorithms;
  }

  private SSLContext next(String algorithm) throws NoSuchAlgorithmException {
    for (Provider provider : Security.getProviders()) {
      if (!provider.getName().equals(NAME) && provider.getService(TYPE, algorithm) != null) {
        return SSLContext.getInstance(algorithm, provider);
      }
    }
    throw new NoSuchAlgorithmException(
        NAME
            + " probes the SSLContext \""
            + algorithm
            + "\" of another provider, and there is none any more: installed are "
            + Arrays.toString(Security.getProviders()));
  }

  private final class Probed extends Service {
    Probed(String algorithm) {
      super(
          LockjawProvider.this,
          TYPE,
          algorithm,
          ProbedContextSpi.class.getName(),
          List.of(),
          Map.of());
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      return new ProbedContextSpi(probe, next(getAlgorithm()));
    }
  }
}
