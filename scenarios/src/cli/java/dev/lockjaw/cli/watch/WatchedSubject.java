package dev.lockjaw.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process that is watched.
 *
 * @param process null if only its logs are known
 * @param started empty if it ran before; then it goes on when it is watched no longer
 */
record WatchedSubject(ProcessHandle process, Optional<Process> started) {
  /** Programs that write logs, or have written them. */
  static WatchedSubject logged() {
    return new WatchedSubject(null, Optional.empty());
  }

  static WatchedSubject started(Process process) {
    return new WatchedSubject(process.toHandle(), Optional.of(process));
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** What happens to it if it has not ended by itself, as the begin of a sentence. */
  String left() {
    return started.isPresent() ? "It was stopped" : "It was watched no longer";
  }

  String ending() {
    return started
        .map(own -> "It ended with exit code " + own.onExit().join().exitValue() + '.')
        .orElse("It has ended.");
  }

  /** It and the processes that it has started, if they are to be stopped. */
  List<ProcessHandle> toStop() {
    List<ProcessHandle> all = new ArrayList<>();
    if (started.isPresent()) {
      all.addAll(process.descendants().toList());
      all.add(process);
    }
    return all;
  }
}
