package com.example.woven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.weave.Elsewhere;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Test classes as users write them. Each is right; weaving could break it, so Lockjaw does not
 * weave it, and the report says why.
 */
@Timeout(300)
class LeftUnwovenTest {
  private static final String REFRAINS = "nothing is woven, as ";

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
    JUnitRun run = new JUnitRun(type);
    run.passes();
    assertThat(run.loader()).isEqualTo("app");
    assertThat(run.entries()).singleElement().asString().startsWith(REFRAINS).doesNotContain("\n");
  }

  @Test
  void theReportNamesTheFieldAndTheMethodsThatUseIt() {
    assertThat(new JUnitRun(AssertsAStaticList.class).entries())
        .containsExactly(
            REFRAINS
                + "woven sessions have a copy of their own of"
                + " LeftUnwovenTest.AssertsAStaticList.OPENED, which"
                + " LeftUnwovenTest.AssertsAStaticList.open and"
                + " LeftUnwovenTest.AssertsAStaticList.check use; weave = {} leaves it at that,"
                + " weave = OWN_PACKAGE weaves all the same");
    assertThat(new JUnitRun(IsNotifiedFromElsewhere.class).entries())
        .singleElement()
        .asString()
        .contains("outside thread elsewhere, which Lockjaw does not control, runs its code");
  }
}
