package dev.lockjaw.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTextTest {
  @Test
  void leavesOutLoaderAndModule() {
    StackTraceElement frame =
        new StackTraceElement("app", "java.base", "17", "a.B$C", "lambda$x$0", "B.java", 12);
    assertThat(FrameText.text(frame)).isEqualTo("a.B$C.lambda$x$0(B.java:12)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b.C.<init>(C.java:1)",
        "C.run(Native Method)",
        "a.C.run(Unknown Source)",
        "a.C.run(C.java)",
        "a.C$1.m(C:D.java:7)"
      })
  void readsWhatItWrote(String text) {
    assertThat(FrameText.text(FrameText.parse(text))).isEqualTo(text);
  }

  @Test
  void readsItsParts() {
    assertThat(FrameText.parse("a.b.C.run(C.java:12)"))
        .isEqualTo(new StackTraceElement("a.b.C", "run", "C.java", 12));
    assertThat(FrameText.parse("a.C.run(Native Method)").isNativeMethod()).isTrue();
  }

  @Test
  void keepsATextThatIsNoFrame() {
    assertThat(FrameText.parse("what is this").getMethodName()).isEqualTo("what is this");
  }
}
