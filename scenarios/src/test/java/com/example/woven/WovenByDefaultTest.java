package com.example.woven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.weave.Elsewhere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes as users write them. They do not say what is woven, and Lockjaw weaves them. */
@Timeout(300)
class WovenByDefaultTest {
  @Lockjaw(scenarios = "write-free")
  static class Bare implements LockjawTest {
    @Override
    public UserSession open(Opening with) {
      return new NulledEngine(with);
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
    assertThat(new JUnitRun(Bare.class).failure())
        .contains("null-dereference in write-free/Bare/jsse", "@Replay(\"LJ2/write-free/Bare/");
  }

  @ParameterizedTest
  @ValueSource(classes = {KeepsAList.class, GetsAFolder.class})
  void whatIsCarriedOverDoesNotHinderIt(Class<?> type) {
    JUnitRun run = new JUnitRun(type);
    run.passes();
    assertThat(run.loader()).isEqualTo("lockjaw-weaving");
    assertThat(run.entries()).isEmpty();
  }

  @Test
  void threadsThatNoRunKnowsMayEndAWait() {
    JUnitRun run = new JUnitRun(HasThreadsElsewhere.class);
    run.passes();
    assertThat(run.loader()).isEqualTo("lockjaw-weaving");
    assertThat(run.entries())
        .containsExactly(
            "outside thread elsewhere runs woven code, and Lockjaw does not control it");
  }

  @Test
  void itWorksInNestedClasses() {
    JUnitRun run = new JUnitRun(Around.class);
    run.results.testEvents().assertStatistics(all -> all.started(2).succeeded(2));
    assertThat(run.loader()).isEqualTo("lockjaw-weaving");
    assertThat(run.entries()).isEmpty();
  }

  @Test
  void aTestThatSaysWhatIsWovenGetsItAndAWarning() {
    JUnitRun run = new JUnitRun(InsistsOnAStaticList.class);
    run.passes();
    assertThat(run.loader()).isEqualTo("lockjaw-weaving");
    assertThat(run.entries())
        .singleElement()
        .asString()
        .startsWith("woven sessions have a copy of their own of")
        .contains("InsistsOnAStaticList.OPENED");
  }
}
