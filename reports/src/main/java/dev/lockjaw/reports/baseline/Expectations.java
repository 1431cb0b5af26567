package dev.lockjaw.reports.baseline;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Suppression;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A baseline: the cells that are known to fail, and how. Every other cell is expected to pass.
 *
 * <p>As text it has a line for each scenario and strategy: their names, the transports joined by
 * commas, and the kinds of findings; {@code #} begins a comment. A transport that fails in a
 * different way under one TLS version is written with that version: {@code jsse/tls1.3}. Lines that
 * begin with {@code covers:} list cells that have to be run: a TLS version, and scenarios,
 * strategies and transports joined by commas. Such a line covers every combination.
 */
public final class Expectations {
  /** Expects every cell to pass. */
  public static final Expectations NONE = new Expectations(Map.of(), Set.of());

  private static final String BUILT_IN = "baseline.txt";

  private final Map<Key, Expected> failures;
  private final Set<CellId> covered;
  private final List<Suppression> known;

  /**
   * @param protocol null for any
   */
  record Key(String scenario, String strategy, String transport, String protocol) {}

  Expectations(Map<Key, Expected> failures, Set<CellId> covered) {
    this(failures, covered, List.of());
  }

  private Expectations(Map<Key, Expected> failures, Set<CellId> covered, List<Suppression> known) {
    this.failures = failures;
    this.covered = covered;
    this.known = known;
  }

  /** The same, and findings that are known in any cell. */
  public Expectations with(List<Suppression> suppressions) {
    return new Expectations(failures, covered, suppressions);
  }

  /** The expectations for Lockjaw's own strategies. */
  public static Expectations builtIn() {
    try (InputStream text = Expectations.class.getResourceAsStream(BUILT_IN)) {
      return parse(
          "the built-in baseline", new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads a baseline.
   *
   * @param name of the baseline, for messages
   * @throws MalformedBaselineException with one line for the user, if it isn't one
   */
  public static Expectations parse(String name, String text) {
    return new ExpectationsReader(name).read(text);
  }

  /** The expected result of a cell, if it is the same under all TLS versions. */
  public Expected of(String scenario, String strategy, String transport) {
    return failures.getOrDefault(new Key(scenario, strategy, transport, null), Expected.PASS);
  }

  /** The expected result of a cell. */
  public Expected of(CellId cell) {
    Expected exact =
        failures.get(new Key(cell.scenario(), cell.strategy(), cell.transport(), cell.protocol()));
    return exact != null ? exact : of(cell.scenario(), cell.strategy(), cell.transport());
  }

  /** The same cells, but each may fail in any way: a misused stack may fail in any way. */
  public Expectations ofCrashes() {
    Map<Key, Expected> any = new HashMap<>();
    failures.keySet().forEach(key -> any.put(key, Expected.failure(List.of())));
    return new Expectations(any, covered, known);
  }

  /** A result with its expectation. */
  public CellLine judge(CellResult result) {
    return new CellLine(result, of(result.id()).with(known));
  }

  /** The cells that have to be run, in the order of their lines; may be empty. */
  public Set<CellId> covered() {
    return covered;
  }

  /** The number of cells that are expected to fail. */
  public int size() {
    return failures.size();
  }
}
