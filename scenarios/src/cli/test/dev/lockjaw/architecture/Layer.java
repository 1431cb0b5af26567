package dev.lockjaw.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The layers of the code, lowest first. A package depends only on packages of lower layers, so
 * there is no cycle and no arrow upwards. This list is the only place that says so: {@link
 * LayersTest} checks the code against it, and {@code docs/architecture.md} shows it.
 */
public enum Layer {
  MARKS(
      "Which calls of Lockjaw's own a reader of a stack sees, and the log of a watched program",
      "mark",
      "watch.event"),
  WORDS(
      "The data of a result, the interface of a TLS stack, what a user writes, and what the classes"
          + " of a watched program call",
      "result",
      "transport",
      "jna",
      "input",
      "corpus.driver",
      "watch.hook"),
  STACKS_AND_LOCKS(
      "Objects that threads share, the Java TLS stacks, failures as text, and the agent of a watched"
          + " program",
      "sync",
      "explain",
      "transport.bc",
      "transport.jna",
      "transport.jsse",
      "watch.agent"),
  STRATEGIES(
      "Lock strategies, the wire, sockets, and the other TLS stacks",
      "lock",
      "wire",
      "socket",
      "sync.rundown",
      "transport.boringssl",
      "transport.conscrypt",
      "transport.mbedtls",
      "transport.openssl"),
  MONITORS("Monitors of calls and locks", "monitor", "engine", "sync.direct"),
  WATCH("The judge of a watched program", "watch.judge"),
  WATCH_FRONT_ENDS("What records a program's locks and TLS calls", "watch.jvm", "watch.nativ"),
  ARENA(
      "The threads of one run, which of them moves next, and its sessions",
      "arena",
      "explore.choice",
      "session"),
  WOVEN("What woven classes call", "woven"),
  WOVEN_CALLS(
      "What they call in place of the JDK, the check for data races, and who changed what",
      "woven.calls",
      "race",
      "blame"),
  WOVEN_POOLS(
      "Executors, meeting points, chance and network of woven code",
      "woven.chance",
      "woven.meeting",
      "woven.net",
      "woven.pools"),
  WEAVER("What weaves scheduling points into classes", "weave"),
  DRIVERS(
      "Drivers of threads and of users' sessions",
      "explore",
      "stress",
      "adapter",
      "websocket",
      "probe"),
  STAGE("Scenarios, and one run of a cell", "run", "assertj"),
  CAMPAIGN(
      "Many runs of a cell, many cells, and the built-in scenarios",
      "campaign",
      "scenarios",
      "scenarios.ending"),
  BODIES("Whole test bodies", "body"),
  PROCESSES(
      "Child JVMs, JUnit, and searches for the bugs of the corpus",
      "process",
      "junit",
      "corpus.search"),
  RESULTS("Results as files", "reports.results", "corpus"),
  FORMATS("What a report is made of", "reports.format"),
  JUDGEMENT(
      "Baselines, merging, text, SARIF, and comparisons",
      "reports.baseline",
      "reports.merge",
      "reports.sarif",
      "reports.text",
      "compare"),
  PAGES("Reports", "reports.html", "reports.junit", "reports.markdown"),
  COMPARISON_PAGES("Reports of comparisons", "compare.html"),
  TERMINAL("Exit codes, errors and the terminal", "cli.error", "cli.terminal"),
  CONTEXT("The context of every command", "cli.context"),
  OPTIONS("Options, and the closing output of a command", "cli.option", "cli.outcome"),
  EXECUTION("How commands run cells", "cli.execution"),
  COMMANDS(
      "The commands",
      "cli.compare",
      "cli.doctor",
      "cli.gate",
      "cli.replay",
      "cli.reproduce",
      "cli.run",
      "cli.watch"),
  LISTS("The command list", "cli.list"),
  MAIN("The command line", "cli");

  static final String ROOT = "dev.lockjaw.";

  private final String holds;
  private final List<String> packages;

  Layer(String holds, String... packages) {
    this.holds = holds;
    this.packages = List.of(packages);
  }

  /** The contents of the layer, as a noun phrase. */
  public String holds() {
    return holds;
  }

  /** Its packages, without {@link #ROOT}. */
  public List<String> packages() {
    return packages;
  }

  /** The layer of a package, by its full name; empty if it has none. */
  static Optional<Layer> of(String name) {
    return Arrays.stream(values())
        .filter(layer -> layer.packages.stream().anyMatch(one -> name.equals(ROOT + one)))
        .findFirst();
  }
}
