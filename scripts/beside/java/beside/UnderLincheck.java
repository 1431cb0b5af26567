package beside;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * A session whose interleavings Lincheck checks: two threads with two operations each, in scenarios
 * that Lincheck generates. The TLS stack is atomic to it, as it would otherwise take minutes.
 */
public class UnderLincheck {
  private static final int SCENARIOS = 3;
  private static final int INVOCATIONS = 100;

  static String session;
  static String transport;

  final Trial trial;

  public UnderLincheck() throws Exception {
    Rate.schedule();
    trial = new Trial(session, transport);
  }

  /** One thread writes, and one frees once. */
  public static final class WriteFree extends UnderLincheck {
    public WriteFree() throws Exception {}

    @Operation(nonParallelGroup = "writer")
    public boolean send() {
      return trial.send();
    }

    @Operation(runOnce = true)
    public boolean free() {
      return trial.free();
    }

    @Validate
    public void check() throws Exception {
      trial.check(-1);
    }
  }

  /** Both threads write. */
  public static final class WriteWrite extends UnderLincheck {
    private final AtomicLong taken = new AtomicLong();

    public WriteWrite() throws Exception {}

    @Operation
    public boolean send() {
      boolean took = trial.send();
      taken.addAndGet(took ? Trial.SIZE : 0);
      return took;
    }

    @Validate
    public void check() throws Exception {
      trial.check(taken.intValue());
    }
  }

  /** @param args a session's class, {@code write-free} or {@code write-write}, and a transport */
  public static void main(String[] args) {
    session = args[0];
    transport = args[2];
    Pair.stack(transport);
    long start = System.nanoTime();
    String outcome = "not found";
    try {
      new ModelCheckingOptions()
          .threads(2)
          .actorsPerThread(2)
          .actorsBefore(0)
          .actorsAfter(0)
          .iterations(SCENARIOS)
          .invocationsPerIteration(INVOCATIONS)
          .minimizeFailedScenario(false)
          .addGuarantee(
              ManagedStrategyGuaranteeKt.forClasses(
                      name ->
                          name.startsWith("org.bouncycastle.")
                              || name.startsWith("dev.lockjaw.")
                              || name.startsWith("beside.Pair"))
                  .allMethods()
                  .treatAsAtomic())
          .check(args[1].equals("write-free") ? WriteFree.class : WriteWrite.class);
    } catch (LincheckAssertionError failed) {
      outcome = "found";
      System.err.println(failed.getMessage());
    } catch (RuntimeException | Error broken) {
      outcome = "failed: " + broken.toString().lines().findFirst().orElse("");
      broken.printStackTrace();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean found = outcome.equals("found");
    System.out.printf(
        Locale.ROOT,
        "RESULT %s|%d|%s|%s|%s|no|no%n",
        outcome,
        Rate.schedules(),
        found ? Integer.toString(Rate.schedules()) : "-",
        found ? String.format(Locale.ROOT, "%.1f", seconds) : "-",
        Rate.text());
    System.exit(0); // Lincheck leaves threads behind
  }
}
