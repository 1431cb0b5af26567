package dev.lockjaw.assertj;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.util.Optional;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a finding. */
@API(status = API.Status.STABLE)
public final class FindingAssert extends AbstractAssert<FindingAssert, Finding> {
  FindingAssert(Finding actual) {
    super(actual, FindingAssert.class);
  }

  /**
   * Verifies the kind.
   *
   * @throws AssertionError with the actual kind and the message
   */
  public FindingAssert isOfKind(FindingKind kind) {
    isNotNull();
    if (actual.kind() != kind) {
      failWithMessage(
          "%nExpecting a %s, and it is a %s:%n  %s",
          kind.id(), actual.kind().id(), actual.message());
    }
    return this;
  }

  /**
   * Verifies that the message contains a text.
   *
   * @throws AssertionError with the message
   */
  public FindingAssert hasMessageContaining(String text) {
    isNotNull();
    if (!actual.message().contains(text)) {
      failWithMessage(
          "%nExpecting the message of a %s to contain%n  %s%nand it is%n  %s",
          actual.kind().id(), text, actual.message());
    }
    return this;
  }

  /**
   * Verifies that a thread takes part in the finding.
   *
   * @param name the actor's name, such as {@code worker}
   * @return assertions about that thread
   * @throws AssertionError with the names of the threads that do
   */
  public ThreadEvidenceAssert onThread(String name) {
    isNotNull();
    Optional<ThreadEvidence> thread =
        actual.threads().stream().filter(one -> one.name().equals(name)).findFirst();
    if (thread.isEmpty()) {
      failWithMessage(
          "%nExpecting thread %s to have to do with a %s, and it is about %s:%n  %s",
          name,
          actual.kind().id(),
          actual.threads().stream().map(ThreadEvidence::name).toList(),
          actual.message());
    }
    return new ThreadEvidenceAssert(thread.orElseThrow());
  }
}
