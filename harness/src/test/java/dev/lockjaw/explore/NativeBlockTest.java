package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A thread that waits in native code, of which the JVM says that it runs. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class NativeBlockTest {
  private static Function function(String name) {
    return NativeLibrary.getInstance("c").getFunction(name);
  }

  @Test
  void isNoSpinning() {
    int[] pipe = new int[2];
    assertThat(function("pipe").invokeInt(new Object[] {pipe})).isZero();
    Function read = function("read");
    try (ActorThreads workers = new ActorThreads();
        ControlledRun run = new ControlledRun(workers, true)) {
      run.actor("reader", () -> read.invokeInt(new Object[] {pipe[0], new byte[1], 1L}));
      run.execute(new Follower(Schedule.DEFAULT));
      assertThat(run.findings().sightings())
          .singleElement()
          .satisfies(
              sighting -> {
                assertThat(sighting.kind()).isEqualTo(FindingKind.STALL);
                assertThat(sighting.evidence().message())
                    .isEqualTo("reader is blocked in native code, in com.sun.jna.Native.invokeInt");
                assertThat(sighting.evidence().threads().get(0).doing())
                    .isEqualTo("is blocked in native code");
              });
    } finally {
      function("write").invokeInt(new Object[] {pipe[1], new byte[1], 1L});
    }
  }
}
