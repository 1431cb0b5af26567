package com.example.body;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.body.LockjawExplorer;
import dev.lockjaw.result.CellResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network in memory does as the loopback does. */
@Timeout(120)
class NetworkTest {
  static Stream<String> cases() {
    return Stream.of(NetworkCases.class.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
        .map(Method::getName)
        .sorted(Comparator.naturalOrder());
  }

  private static void run(String name) throws Exception {
    try {
      NetworkCases.class.getDeclaredMethod(name).invoke(null);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof Exception exception) {
        throw exception;
      }
      throw new AssertionError(name, thrown.getCause());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onTheLoopback(String name) throws Exception {
    run(name);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inMemory(String name) throws Exception {
    CellResult result =
        LockjawExplorer.named(name)
            .preemptions(1)
            .budget(Duration.ofSeconds(60))
            .explore(with -> run(name));
    assertThat(result).hasNoFindings();
    org.assertj.core.api.Assertions.assertThat(result.counts().schedules()).isPositive();
  }
}
