package dev.lockjaw.reports.results;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding of a watched program that is known. It is recognised by its kind and by the innermost
 * functions of its threads, which stay the same when lines and addresses change.
 *
 * @param threads for each thread, its innermost functions, innermost first; {@link #ANY} stands for
 *     any function. Each is another thread of the finding, in any order
 * @param line where it is in its file, from 1
 */
public record Suppression(FindingKind kind, List<List<String>> threads, int line) {
  /** Stands for a function without a name. */
  public static final String ANY = "?";

  private static final int FUNCTIONS = 3;

  public Suppression {
    threads = List.copyOf(threads);
  }

  /** The suppression of a finding. */
  public static Suppression of(Finding finding) {
    return new Suppression(
        finding.kind(), finding.threads().stream().map(Suppression::innermost).toList(), 0);
  }

  private static List<String> innermost(ThreadEvidence thread) {
    return thread.stack().stream().limit(FUNCTIONS).map(Suppression::function).toList();
  }

  private static String function(StackTraceElement frame) {
    if (frame.getMethodName().startsWith("0x")) {
      return ANY;
    }
    return frame.getClassName().isEmpty()
        ? frame.getMethodName()
        : frame.getClassName() + '.' + frame.getMethodName();
  }

  /** Whether it is about a finding. */
  public boolean matches(Finding finding) {
    return kind == finding.kind() && assign(0, new ArrayList<>(finding.threads()));
  }

  /** Whether the threads from one on can each be given to one of those that are left. */
  private boolean assign(int from, List<ThreadEvidence> left) {
    if (from == threads.size()) {
      return true;
    }
    for (ThreadEvidence thread : List.copyOf(left)) {
      if (begins(thread, threads.get(from))) {
        List<ThreadEvidence> rest = new ArrayList<>(left);
        rest.remove(thread);
        if (assign(from + 1, rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean begins(ThreadEvidence thread, List<String> functions) {
    if (thread.stack().size() < functions.size()) {
      return false;
    }
    for (int i = 0; i < functions.size(); i++) {
      String wanted = functions.get(i);
      if (!wanted.equals(ANY) && !wanted.equals(function(thread.stack().get(i)))) {
        return false;
      }
    }
    return true;
  }
}
