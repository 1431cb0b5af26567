package dev.lockjaw.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.sync.DoubleLockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ConcurrentModificationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
  private static final class ClosedByLibrary extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static Stream<Throwable> refusals() {
    return Stream.of(
        new IOException("broken pipe"),
        new UncheckedIOException(new IOException("broken pipe")),
        new IllegalStateException("closed"),
        new RejectedExecutionException("shut down"),
        new ClosedByLibrary(),
        new CallbackException(),
        new CompletionException(new IOException("broken pipe")),
        new RuntimeException(new IOException("broken pipe")),
        new RuntimeException(new RuntimeException(new ClosedByLibrary())));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void anExceptionMaySayThatTheSessionIsClosed(Throwable thrown) {
    assertThat(Refusal.is(thrown)).isTrue();
  }

  static Stream<RuntimeException> bugs() {
    return Stream.of(
        new NullPointerException(),
        new IndexOutOfBoundsException(),
        new ConcurrentModificationException(),
        new RuntimeException("what is this?"),
        new CompletionException(new NullPointerException()),
        new RuntimeException(new NullPointerException()));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void anExceptionThatReportsABugIsNone(RuntimeException thrown) {
    assertThat(Refusal.is(thrown)).isFalse();
    assertThatThrownBy(() -> Refusal.allow(failing(thrown))).isSameAs(thrown);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsRefusedIsAllowed(Throwable thrown) {
    if (thrown instanceof RuntimeException refused) {
      assertThatCode(() -> Refusal.allow(failing(refused))).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("reported")
  void whatIsAFindingAlreadyEndsTheActor(RuntimeException thrown) {
    assertThatThrownBy(() -> Refusal.allow(failing(thrown))).isSameAs(thrown);
  }

  static Stream<RuntimeException> reported() {
    return Stream.of(new DoubleLockException("S"));
  }

  private static Runnable failing(RuntimeException thrown) {
    return () -> {
      throw thrown;
    };
  }
}
