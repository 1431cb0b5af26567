package dev.lockjaw.reports.results;

import dev.lockjaw.result.Mode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of a run, as the header of its results holds them. This class alone knows the names
 * and types of options. It keeps options that it does not know, such as those of a later version.
 *
 * @param byName all options by name, in the order of the header: texts, numbers, booleans, and
 *     lists of texts
 */
public record RunOptions(Map<String, Object> byName) {
  /** A run without options, which is what a tool driven by Lockjaw writes. */
  public static final RunOptions NONE = new RunOptions(Map.of());

  /** The known options. */
  public enum Name {
    SCENARIOS("scenarios"),
    STRATEGIES("strategies"),
    TRANSPORTS("transports"),
    PROTOCOL("protocol"),
    MUTEX("mutex"),
    PLUGINS("plugins"),
    WEAVE("weave"),
    MODE("mode"),
    PREEMPTIONS("preemptions"),
    PRUNE("prune"),
    LET_CRASH("letCrash"),
    BUDGET_MS("budgetMs"),
    JOBS("jobs"),
    SEED("seed"),
    BASELINE("baseline"),
    CELLS("cells"),
    CELLS_DIGEST("cellsDigest"),
    SHARD("shard"),
    SHARD_CELLS("shardCells");

    private final String id;

    Name(String id) {
      this.id = id;
    }

    /** The name in the header. */
    public String id() {
      return id;
    }
  }

  public RunOptions {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** The options that say which cells a run has, by the ids of their parts. */
  public static RunOptions of(
      List<String> scenarios, List<String> strategies, List<String> transports) {
    return NONE.with(Name.SCENARIOS, scenarios)
        .with(Name.STRATEGIES, strategies)
        .with(Name.TRANSPORTS, transports);
  }

  /**
   * @param id of the TLS version
   */
  public RunOptions withProtocol(String id) {
    return with(Name.PROTOCOL, id);
  }

  /**
   * @param id of what mutexes are made of
   */
  public RunOptions withMutex(String id) {
    return with(Name.MUTEX, id);
  }

  /**
   * @param paths jars and class folders as the user named them; the option is left out if there are
   *     none
   */
  public RunOptions withPlugins(List<String> paths) {
    return paths.isEmpty() ? this : with(Name.PLUGINS, paths);
  }

  /**
   * @param patterns of the classes that are woven; the option is left out if there are none
   */
  public RunOptions withWeave(List<String> patterns) {
    return patterns.isEmpty() ? this : with(Name.WEAVE, patterns);
  }

  public RunOptions withMode(Mode mode) {
    return with(Name.MODE, mode.id());
  }

  /**
   * @param bound of preemptions
   */
  public RunOptions withPreemptions(int bound) {
    return with(Name.PREEMPTIONS, bound);
  }

  public RunOptions withPrune(boolean prune) {
    return with(Name.PRUNE, prune);
  }

  public RunOptions withLetCrash(boolean letCrash) {
    return with(Name.LET_CRASH, letCrash);
  }

  /**
   * @param millis wall time for the whole run
   */
  public RunOptions withBudgetMs(long millis) {
    return with(Name.BUDGET_MS, millis);
  }

  /**
   * @param jobs cells at a time
   */
  public RunOptions withJobs(int jobs) {
    return with(Name.JOBS, jobs);
  }

  /** Without the jobs, in which the machines of one run may differ. */
  public RunOptions withoutJobs() {
    return without(Name.JOBS);
  }

  public RunOptions withSeed(long seed) {
    return with(Name.SEED, seed);
  }

  /**
   * @param id the identity of the baseline: no other has it
   */
  public RunOptions withBaseline(String id) {
    return with(Name.BASELINE, id);
  }

  /**
   * @param count of the cells of the whole run
   * @param digest of their names
   */
  public RunOptions withCells(int count, String digest) {
    return with(Name.CELLS, count).with(Name.CELLS_DIGEST, digest);
  }

  /**
   * @param shard such as {@code 2/3}
   * @param cells how many of the run's cells are its own
   */
  public RunOptions withShard(String shard, int cells) {
    return with(Name.SHARD, shard).with(Name.SHARD_CELLS, cells);
  }

  /** Of the whole run of which this is a shard. */
  public RunOptions withoutShard() {
    return without(Name.SHARD).without(Name.SHARD_CELLS);
  }

  /** What the mutexes are made of; empty in results of a version that had one kind only. */
  public Optional<String> mutex() {
    return text(Name.MUTEX);
  }

  /** Jars and class folders, as the user named them. */
  public List<String> plugins() {
    return texts(Name.PLUGINS);
  }

  /** The patterns of the classes that are woven. */
  public List<String> weave() {
    return texts(Name.WEAVE);
  }

  /** How cells were run; empty if it is missing, or a mode of a later version. */
  public Optional<Mode> mode() {
    return text(Name.MODE).flatMap(Mode::named);
  }

  /** Whether faults could crash native stacks. */
  public boolean letCrash() {
    return Boolean.TRUE.equals(byName.get(Name.LET_CRASH.id));
  }

  /** Cells at a time. */
  public OptionalInt jobs() {
    return number(Name.JOBS);
  }

  /** The digest of the names of all cells of the run. */
  public Optional<String> cellsDigest() {
    return text(Name.CELLS_DIGEST);
  }

  /** Which shard of a run this is, such as {@code 2/3}; empty if it is the whole run. */
  public Optional<String> shard() {
    return text(Name.SHARD);
  }

  /** How many cells these results should hold: those of the shard, or else of the whole run. */
  public OptionalInt ownCells() {
    return byName.containsKey(Name.SHARD_CELLS.id) ? number(Name.SHARD_CELLS) : number(Name.CELLS);
  }

  private List<String> texts(Name name) {
    return byName.get(name.id) instanceof List<?> texts
        ? texts.stream().map(String::valueOf).toList()
        : List.of();
  }

  private Optional<String> text(Name name) {
    return Optional.ofNullable(byName.get(name.id)).map(Object::toString);
  }

  private OptionalInt number(Name name) {
    return byName.get(name.id) instanceof Number number
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }

  private RunOptions with(Name name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(byName);
    more.put(name.id, value);
    return new RunOptions(more);
  }

  private RunOptions without(Name name) {
    Map<String, Object> fewer = new LinkedHashMap<>(byName);
    fewer.remove(name.id);
    return new RunOptions(fewer);
  }
}
