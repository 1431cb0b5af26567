package dev.lockjaw.arena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.mark.LambdaNames;
import java.util.List;
import org.junit.jupiter.api.Test;

class StacksTest {
  private static final StackTraceElement LOCK = frame("java.util.concurrent.locks.Lock", "lock");
  private static final StackTraceElement CLOSE = frame("com.example.Link", "close");
  private static final StackTraceElement WOVEN =
      frame("com.example.LinkTest", LambdaNames.woven("open", 0));
  private static final StackTraceElement GENERATED = frame("com.example.LinkTest$$Lambda/1", "go");
  private static final StackTraceElement BODY = frame("com.example.LinkTest", "lambda$open$1");

  private static StackTraceElement frame(String type, String method) {
    return new StackTraceElement(type, method, "Link.java", 1);
  }

  private static List<StackTraceElement> trim(StackTraceElement... stack) {
    return Stacks.trim(stack);
  }

  @Test
  void generatedFramesAreLeftOut() {
    assertThat(trim(LOCK, CLOSE, WOVEN, GENERATED, BODY)).containsExactly(CLOSE, BODY);
  }

  @Test
  void theInnermostFrameStaysForItsLine() {
    assertThat(trim(LOCK, WOVEN, GENERATED, BODY)).containsExactly(WOVEN, BODY);
    assertThat(LambdaNames.enclosing(WOVEN.getMethodName())).isEqualTo("open");
  }

  @Test
  void theInnermostFrameOfTheCodeUnderTestIsNeitherOfLockjawNorOfTheJdk() {
    assertThat(Stacks.innermost())
        .hasValueSatisfying(
            frame -> assertThat(frame.getClassName()).startsWith("org.junit.platform."));
  }
}
