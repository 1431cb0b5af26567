package dev.lockjaw.assertj;

import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/**
 * A thread's part in a finding. Calls are written {@code Class.method}, with or without the
 * package.
 */
@API(status = API.Status.STABLE)
public final class ThreadEvidenceAssert
    extends AbstractAssert<ThreadEvidenceAssert, ThreadEvidence> {
  ThreadEvidenceAssert(ThreadEvidence actual) {
    super(actual, ThreadEvidenceAssert.class);
  }

  public ThreadEvidenceAssert wants(String lock) {
    isNotNull();
    if (!lock.equals(actual.wanted())) {
      failWithMessage(
          "%nExpecting thread %s to want %s, and it wants %s",
          actual.name(), lock, actual.wanted() == null ? "nothing" : actual.wanted());
    }
    return this;
  }

  public ThreadEvidenceAssert holds(String lock) {
    isNotNull();
    if (actual.held().stream().noneMatch(held -> held.lock().equals(lock))) {
      failWithMessage(
          "%nExpecting thread %s to hold %s, and it holds %s",
          actual.name(), lock, actual.held().stream().map(Held::lock).toList());
    }
    return this;
  }

  /** It holds a lock since a call that is on the stack at which the lock was taken. */
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

  /** It is inside a call. */
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
        ? " a place that is not known"
        : stack.stream()
            .map(frame -> "%n    %s".formatted(text(frame)))
            .collect(Collectors.joining());
  }

  private static String text(StackTraceElement frame) {
    return frame.getClassName() + '.' + frame.getMethodName();
  }
}
