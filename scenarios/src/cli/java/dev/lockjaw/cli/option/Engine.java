package dev.lockjaw.cli.option;

import static dev.lockjaw.transport.ThreadContract.DUPLEX;
import static dev.lockjaw.transport.ThreadContract.SERIAL;

import dev.lockjaw.result.CellId;
import dev.lockjaw.result.Mode;
import dev.lockjaw.transport.ThreadContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The model checkers and stress tools of others that run on the lock strategies, each in a JVM of
 * its own with the class path of its own module: what they depend on clashes.
 */
public enum Engine {
  JCSTRESS(
      Mode.JCSTRESS,
      Duration.ofSeconds(120),
      List.of(
          Family.of("jcstress-operation-free", true),
          Family.of("jcstress-operation-operation", false),
          Family.of("jcstress-free-free", false),
          new Family(
              "jcstress-free-counter", Family.MODEL, Family.NO_TLS, List.of("free-aware"), false),
          new Family(
              "jcstress-last-out",
              Family.MODEL,
              Family.NO_TLS,
              List.of("free-aware", "queue-drain"),
              false),
          new Family("jcstress-tls-free", "jsse", "tls1.2", List.of(), true).only(DUPLEX))),
  LINCHECK(
      Mode.LINCHECK,
      Duration.ofSeconds(120),
      List.of(
          Family.of("lincheck-duplex", true).only(DUPLEX),
          Family.of("lincheck-serial", false).only(SERIAL)));

  /** The control, which nothing guards. */
  private static final String UNGUARDED = "none";

  private final Mode mode;
  private final Duration budget;
  private final List<Family> families;

  /**
   * What an engine does with a strategy: a scenario of the results.
   *
   * @param strategies those that it is about; empty for all
   * @param contracts those of the stacks that it says something of
   * @param proof whether it proves, on its transport, that a fault is seen
   */
  public record Family(
      String scenario,
      String transport,
      String protocol,
      List<String> strategies,
      Set<ThreadContract> contracts,
      boolean proof) {
    /** Stands for the TLS stack where a strategy is tested by itself. */
    private static final String MODEL = "model";

    private static final String NO_TLS = "no-tls";

    /** One that says something of all stacks. */
    Family(
        String scenario,
        String transport,
        String protocol,
        List<String> strategies,
        boolean proof) {
      this(scenario, transport, protocol, strategies, EnumSet.allOf(ThreadContract.class), proof);
    }

    /** One that tests all strategies by themselves. */
    static Family of(String scenario, boolean proof) {
      return new Family(scenario, MODEL, NO_TLS, List.of(), proof);
    }

    private Family only(ThreadContract contract) {
      return new Family(scenario, transport, protocol, strategies, EnumSet.of(contract), proof);
    }

    public boolean isModel() {
      return transport.equals(MODEL);
    }

    public CellId cell(String strategy) {
      return new CellId(scenario, strategy, transport, protocol);
    }

    public boolean isAbout(String strategy) {
      return strategies.isEmpty() || strategies.contains(strategy);
    }

    /** Nothing guards the session: it has to fail. */
    public CellId control() {
      return cell(UNGUARDED);
    }
  }

  Engine(Mode mode, Duration budget, List<Family> families) {
    this.mode = mode;
    this.budget = budget;
    this.families = families;
  }

  /** The engine of a mode; empty if Lockjaw itself runs that mode. */
  static Optional<Engine> of(Mode mode) {
    return Arrays.stream(values()).filter(engine -> engine.mode == mode).findFirst();
  }

  /** How results say that this engine ran a cell. */
  public Mode mode() {
    return mode;
  }

  /** The mode's name, on the command line and in results. */
  public String id() {
    return mode.id();
  }

  /** What it takes if nothing else was asked for. */
  public Duration budget() {
    return budget;
  }

  public List<Family> families() {
    return families;
  }

  /** The jar to run, with its dependencies in {@code lib} beside it; it may not be there. */
  public Path jar(Path root) {
    return root.resolve(module()).resolve("target").resolve("lockjaw-" + id() + ".jar");
  }

  /** The command that makes the jar. */
  public String build() {
    return "mvn -q -Dmaven.test.skip=true package -pl " + module() + " -am";
  }

  private String module() {
    return "scenarios/src/" + id();
  }
}
