package dev.lockjaw.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.mark.Marks;
import dev.lockjaw.reports.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTextTest {
  @Test
  void readDownFromTheReadThroughTheCallbackToThePing() {
    assertThat(StackText.lines(Samples.SECOND_LOCK))
        .containsExactly(
            "WebSocket.receive (WebSocket.java:43)",
            "Session.receive (Session.java:155)",
            "Session.read (Session.java:171)",
            "EngineEndpoint.read (EngineEndpoint.java:81)",
            "SessionIo.read (SessionIo.java:53)",
            "Session.idleInsideRead (Session.java:202)",
            "WebSocket.Incoming.idle (WebSocket.java:94)",
            "WebSocket.ping (WebSocket.java:54)",
            "WebSocket.send (WebSocket.java:59)",
            "WebSocket.sendFrame (WebSocket.java:65)",
            "Session.send (Session.java:126)",
            "MutexGuard.run (MutexGuard.java:9)");
  }

  @Test
  void keepCodeOfUsersAndTheInnermostFrameWhateverItIs() {
    assertThat(
            StackText.lines(
                Samples.stack(
                    "java.util.Objects.requireNonNull(Objects.java:233)",
                    "com.example.Session$1.run(Session.java:5)",
                    "java.util.ArrayList.forEach(ArrayList.java:9)",
                    "org.bouncycastle.tls.TlsProtocol.offerOutput(TlsProtocol.java:1)",
                    "com.example.Session.lambda$loop$3(Session.java:8)")))
        .containsExactly(
            "Session.loop (Session.java:8)",
            "Session$1.run (Session.java:5)",
            "Objects.requireNonNull (Objects.java:233)");
  }

  @Test
  void keepCodeOfALibraryThatIsWoven() {
    StackTraceElement inner = new StackTraceElement("java.lang.Object", "wait", "Object.java", 1);
    StackTraceElement woven =
        new StackTraceElement(
            Marks.WOVEN, null, null, "org.bouncycastle.jsse.Session", "isValid", "Session.java", 9);
    StackTraceElement plain =
        new StackTraceElement("org.bouncycastle.jsse.Session", "check", "Session.java", 7);
    assertThat(StackText.lines(List.of(inner, woven, plain)))
        .containsExactly("Session.isValid (Session.java:9)", "Object.wait (Object.java:1)");
  }

  @Test
  void leaveOutTheMiddleOfARecursion() {
    List<StackTraceElement> deep = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      deep.add(new StackTraceElement("com.example.Loop", "turn", "Loop.java", i));
    }
    assertThat(StackText.lines(deep))
        .hasSize(60)
        .startsWith("Loop.turn (Loop.java:99)")
        .contains("... 41 frames ...")
        .endsWith("Loop.turn (Loop.java:0)");
  }

  @Test
  void placeOfALockIsItsCallerRatherThanTheLock() {
    assertThat(StackText.place(Samples.SECOND_LOCK)).isEqualTo("Session.send (Session.java:126)");
    assertThat(StackText.place(Samples.stack("dev.lockjaw.lock.MutexGuard.run(MutexGuard.java:9)")))
        .isEqualTo("MutexGuard.run (MutexGuard.java:9)");
    assertThat(StackText.place(List.of())).isEmpty();
  }
}
