package com.example.woven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions that would end the JVM of the tests. */
@Timeout(300)
class EndOfJvmTest {
  /** Sends under a lock, after something else. */
  abstract static class Sends extends Right {
    abstract void before() throws Exception;

    @Override
    public UserSession open(Opening with) throws Exception {
      UserSession session = super.open(with);
      return UserSession.of(
          data -> {
            before();
            session.send(data);
          },
          session::receive,
          session::free);
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class Exits extends Sends {
    @Override
    void before() {
      System.exit(0);
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class HaltsAndCatches extends Sends {
    @Override
    void before() {
      try {
        Runtime.getRuntime().halt(3);
      } catch (Error caught) {
        assertThat(caught).isNotNull();
      }
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class ExitsWhileOpening extends Right {
    @Override
    public UserSession open(Opening with) {
      Runtime.getRuntime().exit(1);
      return null;
    }
  }

  @Lockjaw(scenarios = "write-free")
  static class AsksForTheProcessors extends Sends {
    @Override
    void before() {
      assertThat(Runtime.getRuntime().availableProcessors()).isPositive();
    }
  }

  @Test
  void whatWouldEndTheJvmIsAFindingAtItsLine() {
    assertThat(new JUnitRun(Exits.class).failure())
        .contains("escaped-exception in write-free/Exits/jsse")
        .contains("EndOfJvm: System.exit(0) would end the JVM")
        .contains("EndOfJvmTest.Exits.before");
    assertThat(new JUnitRun(HaltsAndCatches.class).failure())
        .contains("EndOfJvm: Runtime.halt(3) would end the JVM");
    assertThat(new JUnitRun(ExitsWhileOpening.class).failure())
        .contains("EndOfJvm: Runtime.exit(1) would end the JVM");
  }

  @Test
  void otherCallsOfTheRuntimeAreNoFinding() {
    new JUnitRun(AsksForTheProcessors.class).passes();
  }
}
