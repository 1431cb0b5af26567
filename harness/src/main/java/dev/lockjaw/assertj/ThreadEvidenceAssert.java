package dev.lockjaw.assertj;

import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a thread's part in a finding. A call is written {@code Class.method}, with or
 * without the package.
 */
@API(status = API.Status.STABLE)
public final class ThreadEvidenceAssert
    extends AbstractAssert<ThreadEvidenceAssert, ThreadEvidence> {
  ThreadEvidenceAssert(ThreadEvidence actual) {
    super(actual, ThreadEvidenceAssert.class);
  }

  /**
   * Verifies which lock the thread waits for.
   *
   * @throws AssertionError with the lock that it waits for
   */
  public ThreadEvidenceAssert wants(String lock) {
    isNotNull();
    if (!lock.equals(actual.wanted())) {
      failWithMessage(
          "%nExpecting thread %s to want %s, and it wants %s",
          actual.name(), lock, actual.wanted() == null ? "nothing" : actual.wanted());
    }
    return this;
  }

  /**
   * Verifies that the thread holds a lock.
   *
   * @throws AssertionError with the locks that it holds
   */
  public ThreadEvidenceAssert holds(String lock) {
    isNotNull();
    if (actual.held().stream().noneMatch(held -> held.lock().equals(lock))) {
      failWithMessage(
          "%nExpecting thread %s to hold %s, and it holds %s",
          actual.name(), lock, actual.held().stream().map(Held::lock).toList());
    }
    return this;
  }

  /**
   * Verifies that the thread holds a lock that it took in a call: the call is on the stack at which
   * the lock was taken.
   *
   * @throws AssertionError with the stacks at which its locks were taken
   */
  public ThreadEvidenceAssert heldSince(String call) {
    isNotNull();
    if (actual.held().stream().noneMatch(held -> has(held.since(), call))) {
      failWithMessage(
          "%nExpecting thread %s to hold a lock since %s, and it holds%s",
          actual.name(),
          call,
          actual.held().isEmpty()
              ? " nothing"
              : actual.held().stream()
                  .map(held -> "%n  %s, taken in".formatted(held.lock()) + text(held.since()))
                  .collect(Collectors.joining()));
    }
    return this;
  }

  /**
   * Verifies that the thread is inside a call.
   *
   * @throws AssertionError with the thread's stack
   */
  public ThreadEvidenceAssert isIn(String call) {
    isNotNull();
    if (!has(actual.stack(), call)) {
      failWithMessage(
          "%nExpecting thread %s to be in %s, and it is in%s",
          actual.name(), call, text(actual.stack()));
    }
    return this;
  }

  private static boolean has(List<StackTraceElement> stack, String call) {
    return stack.stream()
        .map(ThreadEvidenceAssert::text)
        .anyMatch(frame -> frame.equals(call) || frame.endsWith('.' + call));
  }

  private static String text(List<StackTraceElement> stack) {
    return stack.isEmpty()
        ? " an unknown place"
        : stack.stream()
            .map(frame -> "%n    %s".formatted(text(frame)))
            .collect(Collectors.joining());
  }

  private static String text(StackTraceElement frame) {
    return frame.getClassName() + '.' + frame.getMethodName();
  }
}
