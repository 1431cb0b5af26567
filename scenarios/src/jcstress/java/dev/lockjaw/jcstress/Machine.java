package dev.lockjaw.jcstress;

import dev.lockjaw.lock.LockStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.SerializedBufferCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.HTMLReportPrinter;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * Runs jcstress's tests one after the other in JVMs that it forks.
 *
 * <p>It does what jcstress's own {@code Main} does, with two differences: it probes the JVM's
 * abilities only once (that takes ten seconds), and it runs the same test for one strategy after
 * the other.
 */
final class Machine {
  private static final int ACTORS = 2;

  /**
   * Strides at a time. All their sessions are made before the first one is used, whatever that
   * takes.
   */
  private static final int STRIDES = 8;

  private final Path directory;
  private final Options options;
  private final String samples;
  private final DiskWriteCollector disk;
  private final Scheduler scheduler;
  private final List<SchedulingClass> placements;
  private int turn;

  /**
   * How one JVM runs a test.
   *
   * @param compiler options of the JVM that choose its compilers; may be empty
   * @param millis how long it runs
   */
  record Fork(List<String> compiler, int millis) {}

  /**
   * @param directory for jcstress's own report
   */
  Machine(Path directory) throws IOException {
    this.directory = directory;
    options = options(1, 1);
    samples = directory.resolve(options.getResultFile()).toString();
    disk = new DiskWriteCollector(samples);
    OSSupport.init();
    VMSupport.initFlags(options);
    scheduler = new Scheduler(Topology.get(), options.getCPUCount());
    placements = scheduler.scheduleClasses(ACTORS, options.getCPUCount(), options.affinityMode());
    if (placements.isEmpty()) {
      throw new IOException("jcstress needs two processors, and this machine has fewer");
    }
  }

  /**
   * Runs a family's test for a strategy.
   *
   * @return a result for each fork; fewer if jcstress lost some
   */
  List<TestResult> run(Family family, LockStrategy strategy, List<Fork> forks) throws IOException {
    List<TestConfig> configs = new ArrayList<>();
    for (Fork fork : forks) {
      List<String> arguments = new ArrayList<>(fork.compiler());
      arguments.add("-D" + Subject.PROPERTY + "=" + strategy.id());
      configs.add(
          new TestConfig(
              options(fork.millis(), family.stride()),
              TestList.getInfo(family.testFor(strategy)),
              configs.size(),
              arguments,
              CompileMode.UNIFIED,
              placements.get(turn++ % placements.size())));
    }
    InProcessCollector own = new InProcessCollector();
    SerializedBufferCollector sink =
        new SerializedBufferCollector(
            result -> {
              own.add(result);
              disk.add(result);
            });
    new TestExecutor(options.verbosity(), sink, scheduler).runAll(configs);
    sink.close();
    return List.copyOf(own.getTestResults());
  }

  /** Writes jcstress's own report of all runs. Nothing can run afterwards. */
  void report() throws IOException, ClassNotFoundException {
    disk.close();
    InProcessCollector all = new InProcessCollector();
    DiskReadCollector file = new DiskReadCollector(samples, all);
    file.dump();
    file.close();
    new HTMLReportPrinter(options, all, System.out).work();
  }

  private Options options(int millis, int stride) throws IOException {
    Options options =
        new Options(
            new String[] {
              "-r", directory.toString(),
              "-sc", "false",
              "-f", "1",
              "-iters", "1",
              "-time", String.valueOf(millis),
              "-strideSize", String.valueOf(stride),
              "-strideCount", String.valueOf(STRIDES),
              // On a busy machine, actors that spin and are tied to a processor wait for each
              // other most of the time.
              "-spinStyle", "THREAD_YIELD",
              "-af", "NONE"
            });
    if (!options.parse()) {
      throw new IOException("jcstress does not know its options");
    }
    return options;
  }
}
