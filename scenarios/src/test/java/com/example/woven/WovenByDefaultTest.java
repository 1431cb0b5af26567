package com.example.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.weave.Elsewhere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Test classes that do not say what is woven, as users write them. Each is right, and passes; it is
 * woven where that makes no difference to it.
 */
@Timeout(300)
class WovenByDefaultTest {
  private static final String REFRAINS = "nothing is woven, as ";

  @Lockjaw(scenarios = "write-free")
  static class Bare implements LockjawTest {
    @Override
    public UserSession open(Opening with) {
      return new NulledEngine(with);
    }
  }

  /** Opens sessions with one lock, and notes which loader its class is of. */
  abstract static class Right implements LockjawTest {
    final List<String> loaders = Collections.synchronizedList(new ArrayList<>());

    @Override
    public UserSession open(Opening with) throws Exception {
      loaders.add(String.valueOf(getClass().getClassLoader().getName()));
      return new OneLock(with);
    }

    @AfterEach
    void sessionsWereOpened() {
      System.setProperty("com.example.woven.loader", loaders.get(loaders.size() - 1));
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class KeepsAList extends Right {}

  @Lockjaw(scenarios = "write-free")
  static class GetsAFolder extends Right {
    @TempDir Path folder;

    @Override
    public UserSession open(Opening with) throws Exception {
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException("no folder");
      }
      return super.open(with);
    }
  }

  static class Around {
    private String greeting;

    @BeforeEach
    void greet() {
      greeting = "hello";
    }

    @Nested
    @Lockjaw(scenarios = "write-free")
    class Inside extends Right {
      @Override
      public UserSession open(Opening with) throws Exception {
        if (!greeting.equals("hello")) {
          throw new IllegalStateException(greeting);
        }
        return super.open(with);
      }
    }

    @Nested
    @Lockjaw(scenarios = "write-free")
    class Alone extends Right {}
  }

  @Lockjaw(scenarios = "write-free")
  static class AssertsAStaticList extends Right {
    private static final List<Object> OPENED = Collections.synchronizedList(new ArrayList<>());

    @Override
    public UserSession open(Opening with) throws Exception {
      OPENED.add(with);
      return super.open(with);
    }

    @AfterEach
    void check() {
      assertThat(OPENED).isNotEmpty();
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class AssertsACount extends Right {
    private int opened;

    @Override
    public UserSession open(Opening with) throws Exception {
      opened++;
      return super.open(with);
    }

    @AfterEach
    void check() {
      assertThat(opened).isPositive();
    }
  }

  static final class Limits {
    static int most;
    final int least = most;
  }

  @Lockjaw(scenarios = "write-free")
  static class SetsUpStatics extends Right {
    @BeforeAll
    static void limit() {
      Limits.most = 3;
    }

    @Override
    public UserSession open(Opening with) throws Exception {
      if (new Limits().least != 3) {
        throw new IllegalStateException("no limit");
      }
      return super.open(with);
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class SetsUpObjects extends Right {
    private Limits limits;

    @BeforeEach
    void limit() {
      limits = new Limits();
    }

    @Override
    public UserSession open(Opening with) throws Exception {
      assertThat(limits.least).isGreaterThanOrEqualTo(0);
      return super.open(with);
    }
  }

  static final class Clock implements BeforeEachCallback {
    private boolean set;

    @Override
    public void beforeEach(ExtensionContext context) {
      set = true;
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class RegistersAnExtension extends Right {
    @RegisterExtension final Clock clock = new Clock();

    @Override
    public UserSession open(Opening with) throws Exception {
      if (!clock.set) {
        throw new IllegalStateException("the clock is not set");
      }
      return super.open(with);
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class HasAParameter extends Right {
    HasAParameter(TestInfo info) {
      assertThat(info).isNotNull();
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class CastsAcrossLoaders extends Right {
    @BeforeAll
    static void keep() {
      System.getProperties().put("com.example.woven.limits", new Limits());
    }

    @Override
    public UserSession open(Opening with) throws Exception {
      Limits limits = (Limits) System.getProperties().get("com.example.woven.limits");
      assertThat(limits.least).isGreaterThanOrEqualTo(0);
      return super.open(with);
    }
  }

  /** A thread that no run knows answers, and it asks with a time limit. */
  @Lockjaw(scenarios = "write-free")
  static class HasThreadsElsewhere extends Right {
    @Override
    public UserSession open(Opening with) {
      loaders.add(String.valueOf(getClass().getClassLoader().getName()));
      OneLock session = new OneLock(with);
      return UserSession.of(
          data -> {
            CompletableFuture<byte[]> ready = new CompletableFuture<>();
            Elsewhere.later(() -> ready.complete(data));
            session.send(ready.get(10, TimeUnit.SECONDS));
          },
          session::receive,
          session::free);
    }
  }

  /** A thread that no run knows wakes it by a monitor. */
  @Lockjaw(scenarios = "write-free")
  static class IsNotifiedFromElsewhere extends Right {
    @Override
    public UserSession open(Opening with) {
      loaders.add(String.valueOf(getClass().getClassLoader().getName()));
      OneLock session = new OneLock(with);
      return UserSession.of(
          data -> {
            Bell bell = new Bell();
            Elsewhere.later(bell::ring);
            bell.await();
            session.send(data);
          },
          session::receive,
          session::free);
    }
  }

  static final class Bell {
    private boolean rung;

    synchronized void ring() {
      rung = true;
      notifyAll();
    }

    synchronized void await() throws InterruptedException {
      while (!rung) {
        wait();
      }
    }
  }

  @Lockjaw(scenarios = "write-free", weave = Lockjaw.OWN_PACKAGE)
  static class InsistsOnAStaticList extends Right {
    private static final List<Object> OPENED = new ArrayList<>();

    @Override
    public UserSession open(Opening with) throws Exception {
      OPENED.add(with);
      return super.open(with);
    }

    @AfterEach
    void check() {
      assertThat(OPENED).isEmpty();
    }
  }

  @Test
  void aWrongSessionIsFoundThatNoPointOfLockjawsShows() {
    assertThat(new Run(Bare.class).failure())
        .contains("null-dereference in write-free/Bare/jsse", "@Replay(\"LJ2/write-free/Bare/");
  }

  @ParameterizedTest
  @ValueSource(classes = {KeepsAList.class, GetsAFolder.class})
  void whatIsCarriedOverDoesNotHinderIt(Class<?> type) {
    Run run = new Run(type);
    run.passes();
    assertThat(run.loader()).isEqualTo("lockjaw-weaving");
    assertThat(run.entries()).isEmpty();
  }

  @Test
  void threadsThatNoRunKnowsMayEndAWait() {
    Run run = new Run(HasThreadsElsewhere.class);
    run.passes();
    assertThat(run.loader()).isEqualTo("lockjaw-weaving");
    assertThat(run.entries())
        .containsExactly("thread elsewhere runs woven code, and Lockjaw does not control it");
  }

  @Test
  void itWorksInNestedClasses() {
    Run run = new Run(Around.class);
    run.results.testEvents().assertStatistics(all -> all.started(2).succeeded(2));
    assertThat(run.loader()).isEqualTo("lockjaw-weaving");
    assertThat(run.entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        AssertsAStaticList.class,
        AssertsACount.class,
        SetsUpStatics.class,
        SetsUpObjects.class,
        RegistersAnExtension.class,
        HasAParameter.class,
        CastsAcrossLoaders.class,
        IsNotifiedFromElsewhere.class
      })
  void nothingIsWovenWhereThatCouldBreakARightTestAndTheReportSaysSo(Class<?> type) {
    Run run = new Run(type);
    run.passes();
    assertThat(run.loader()).isEqualTo("app");
    assertThat(run.entries()).singleElement().asString().startsWith(REFRAINS).doesNotContain("\n");
  }

  @Test
  void theReportNamesTheFieldAndTheMethodsThatUseIt() {
    assertThat(new Run(AssertsAStaticList.class).entries())
        .containsExactly(
            REFRAINS
                + "woven sessions have a copy of their own of"
                + " WovenByDefaultTest.AssertsAStaticList.OPENED, which"
                + " WovenByDefaultTest.AssertsAStaticList.open and"
                + " WovenByDefaultTest.AssertsAStaticList.check use; weave = {} leaves it at that,"
                + " weave = OWN_PACKAGE weaves all the same");
    assertThat(new Run(IsNotifiedFromElsewhere.class).entries())
        .singleElement()
        .asString()
        .contains("thread elsewhere, which Lockjaw does not control, runs its code");
  }

  @Test
  void whoSaysWhatIsWovenGetsThatAndAWarning() {
    Run run = new Run(InsistsOnAStaticList.class);
    run.passes();
    assertThat(run.loader()).isEqualTo("lockjaw-weaving");
    assertThat(run.entries())
        .singleElement()
        .asString()
        .startsWith("woven sessions have a copy of their own of")
        .contains("InsistsOnAStaticList.OPENED");
  }

  /** What JUnit made of a class. */
  private static final class Run {
    final EngineExecutionResults results;

    Run(Class<?> type) {
      System.clearProperty("com.example.woven.loader");
      results = EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).execute();
    }

    String failure() {
      return results.allEvents().failed().stream()
          .findFirst()
          .orElseThrow()
          .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
          .getThrowable()
          .orElseThrow()
          .getMessage();
    }

    void passes() {
      assertThat(results.allEvents().failed().count())
          .as(() -> "it passes, but: " + failure())
          .isZero();
      results.testEvents().assertStatistics(all -> all.started(1).succeeded(1));
    }

    /** The loader of the class whose sessions were opened last. */
    String loader() {
      return System.getProperty("com.example.woven.loader");
    }

    List<String> entries() {
      return results.allEvents().reportingEntryPublished().stream()
          .map(
              event ->
                  event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
          .map(entry -> entry.getKeyValuePairs().get("lockjaw"))
          .filter(Objects::nonNull)
          .toList();
    }
  }
}
