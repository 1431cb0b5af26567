package dev.lockjaw.lincheck;

import dev.lockjaw.result.FindingKind;
import dev.lockjaw.transport.ThreadContract;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Stands in for a TLS stack: it returns messages in the order in which they were written, and
 * throws when operations overlap against its contract. All fields are plain, and Lincheck may
 * switch threads at each access.
 */
final class StackModel {
  private final ThreadContract contract;
  private final Queue<Integer> messages = new ArrayDeque<>();
  private int writers;
  private int readers;
  private boolean freeing;
  private boolean freed;

  StackModel(ThreadContract contract) {
    this.contract = contract;
  }

  void write(int message) {
    enter("write", writers + (contract == ThreadContract.SERIAL ? readers : 0));
    writers++;
    put(message);
    writers--;
    leave("write");
  }

  /** Returns null if there is no message. */
  Integer read() {
    enter("read", readers + (contract == ThreadContract.SERIAL ? writers : 0));
    readers++;
    Integer message = take();
    readers--;
    leave("read");
    return message;
  }

  void free() {
    if (freeing || freed) {
      throw Breach.of(FindingKind.DOUBLE_FREE, "free, and another free is or was inside");
    }
    if (writers + readers > 0) {
      throw Breach.of(FindingKind.FREE_IN_USE, "free while an operation is inside");
    }
    freeing = true;
    freed = true;
    freeing = false;
  }

  private void enter(String operation, int others) {
    if (freeing || freed) {
      throw Breach.of(FindingKind.USE_AFTER_FREE, operation + " after the free");
    }
    if (others > 0) {
      throw Breach.of(FindingKind.CONCURRENT_ENTRY, operation + " beside another operation");
    }
  }

  private void leave(String operation) {
    if (freeing || freed) {
      throw Breach.of(FindingKind.FREE_IN_USE, "freed while a " + operation + " was inside");
    }
  }

  // The wire between the two directions; both ends may use it at once.

  private synchronized void put(int message) {
    messages.add(message);
  }

  private synchronized Integer take() {
    return messages.poll();
  }
}
