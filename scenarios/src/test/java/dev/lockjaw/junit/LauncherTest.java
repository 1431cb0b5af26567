package dev.lockjaw.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What Gradle and IDEs see, which drive JUnit by its launcher: a test for each cell. */
@Timeout(300)
class LauncherTest {
  private record Ran(TestIdentifier test, TestExecutionResult result) {
    String id() {
      return test.getUniqueId();
    }
  }

  private static List<Ran> run(DiscoverySelector selector) {
    List<Ran> ran = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selector).build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  ran.add(new Ran(test, result));
                }
              }
            });
    return ran;
  }

  @Test
  void eachCellIsATestOfItsOwnName() {
    List<Ran> ran = run(selectClass(LockjawTestTest.Inside.class));
    assertThat(ran)
        .extracting(one -> one.test().getDisplayName())
        .containsExactly(
            "write-write on jsse", "write-write on bc", "send-order on jsse", "send-order on bc");
    assertThat(ran).extracting(Ran::id).doesNotHaveDuplicates();
  }

  @Test
  void itHasASourceToGoTo() {
    assertThat(run(selectClass(LockjawTestTest.Inside.class)))
        .extracting(one -> one.test().getSource())
        .allSatisfy(
            source ->
                assertThat(source)
                    .get()
                    .isInstanceOfSatisfying(
                        MethodSource.class,
                        method -> {
                          assertThat(method.getJavaClass()).isEqualTo(LockjawTestTest.Inside.class);
                          assertThat(method.getMethodName()).isEqualTo("scenario");
                        }));
  }

  /** As by an IDE's "rerun this test". */
  @Test
  void itCanBeRunAgainByItsIdAlone() {
    List<Ran> all = run(selectClass(LockjawTestTest.Inside.class));
    for (Ran one : all) {
      assertThat(run(selectUniqueId(one.id())))
          .singleElement()
          .satisfies(
              again -> {
                assertThat(again.id()).isEqualTo(one.id());
                assertThat(again.test().getDisplayName()).isEqualTo(one.test().getDisplayName());
                assertThat(again.result().getStatus()).isEqualTo(one.result().getStatus());
              });
    }
  }

  @Test
  void oneThatFailsCarriesTheExplanation() {
    List<Ran> failed =
        run(selectClass(LockjawTestTest.Inside.class)).stream()
            .filter(one -> one.result().getStatus() == Status.FAILED)
            .toList();
    assertThat(failed).hasSize(2);
    assertThat(failed.get(0).result().getThrowable())
        .map(Throwable::getMessage)
        .get()
        .asString()
        .contains("double-lock in send-order/Inside/jsse", "Interleaving", "@Replay(\"LJ1/");
  }
}
