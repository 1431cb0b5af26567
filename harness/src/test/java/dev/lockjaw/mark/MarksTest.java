package dev.lockjaw.mark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.session.Session;
import dev.lockjaw.stress.StressRun;
import dev.lockjaw.transport.NetInput;
import dev.lockjaw.transport.jsse.JsseTransport;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
  private static StackTraceElement frame(String type, String method) {
    return new StackTraceElement(type, method, null, -1);
  }

  private static StackTraceElement frame(Class<?> type, String method) {
    return frame(type.getName(), method);
  }

  @Test
  void aPackageIsShownWithThoseBelowIt() {
    assertThat(Marks.unshown(frame(Session.class, "read"))).isFalse();
    assertThat(Marks.unshown(frame(JsseTransport.class, "open"))).isFalse();
    assertThat(Marks.unshown(frame(LockStrategy.class, "guard"))).isTrue();
    assertThat(Marks.unshown(frame(StressRun.class, "point"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sendNow", "take", "callBack", "inside", "dispatch"})
  void methodsOfTheSessionThatOnlyPassACallOn(String method) {
    assertThat(Marks.plumbing(frame(Session.class, method))).isTrue();
  }

  @Test
  void aMethodIsPlumbingOnlyIfItIsMarked() {
    assertThat(Marks.plumbing(frame(NetInput.class, "fill"))).isTrue();
    assertThat(Marks.plumbing(frame(Session.class, "receive"))).isFalse();
  }

  @Test
  void aClassIsMachineryWithTheClassesInsideIt() {
    assertThat(Marks.machinery(frame(ActorThreads.class, "take"))).isTrue();
    assertThat(Marks.machinery(frame("dev.lockjaw.adapter.GivenLock", "lock"))).isTrue();
    assertThat(Marks.machinery(frame("dev.lockjaw.adapter.SchedulingDoor$1", "done"))).isTrue();
    assertThat(Marks.machinery(frame("dev.lockjaw.adapter.Opening", "read"))).isFalse();
    assertThat(Marks.machinery(frame(Session.class, "read"))).isFalse();
  }

  @Test
  void codeOfOthersAndClassesThatAreNotHereBearNoMarks() {
    for (StackTraceElement frame :
        new StackTraceElement[] {
          frame(ArrayList.class, "add"),
          frame("com.example.Session", "inside"),
          frame("dev.lockjaw.session.Gone", "inside"),
          frame("dev.lockjaw.gone.Session", "inside")
        }) {
      assertThat(Marks.unshown(frame)).isFalse();
      assertThat(Marks.plumbing(frame)).isFalse();
      assertThat(Marks.machinery(frame)).isFalse();
    }
  }
}
