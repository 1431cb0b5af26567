package dev.lockjaw.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.monitor.LockGraph.Fault;
import dev.lockjaw.monitor.LockGraph.Stuck;
import dev.lockjaw.monitor.LockGraph.Wanted;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Waiting;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is blamed, and for what, when nobody can go on. */
class LockGraphTest {
  private static Stuck lock(String thread, String wants, String holder, String... held) {
    return stuck(thread, Waiting.LOCK, wants, "waits for " + wants, List.of(holder), held);
  }

  private static Stuck stuck(
      String thread,
      Waiting waiting,
      String wants,
      String label,
      List<String> holders,
      String... held) {
    List<Held> locks = Arrays.stream(held).map(name -> new Held(name, List.of())).toList();
    return new Stuck(thread, Wanted.of(waiting, wants, label), holders, locks, List.of());
  }

  private static Stuck io(String thread, String... held) {
    return stuck(thread, Waiting.IO, "wire", "waits for input", List.of(), held);
  }

  private static Fault only(Stuck... stuck) {
    List<Fault> faults = LockGraph.analyse(List.of(stuck));
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private static List<String> blamed(Fault fault) {
    return names(fault, false);
  }

  /** The threads that are only shown, because they are stuck as well. */
  private static List<String> shown(Fault fault) {
    return names(fault, true);
  }

  private static List<String> names(Fault fault, boolean alsoStuck) {
    return fault.finding().threads().stream()
        .filter(thread -> thread.doing().startsWith("is stuck, too: ") == alsoStuck)
        .map(ThreadEvidence::name)
        .toList();
  }

  @Test
  void everyStuckThreadIsShownOnce() {
    Fault fault =
        only(lock("a", "B", "b", "A"), lock("b", "A", "a", "B"), lock("c", "A", "a"), io("reader"));
    assertThat(blamed(fault)).containsExactlyInAnyOrder("a", "b");
    assertThat(shown(fault)).containsExactly("c", "reader");
    assertThat(fault.finding().threads().get(3).doing())
        .isEqualTo("is stuck, too: waits for input");
    List<Fault> two =
        LockGraph.analyse(
            List.of(
                lock("a", "B", "b", "A"),
                lock("b", "A", "a", "B"),
                lock("c", "D", "d", "C"),
                lock("d", "C", "c", "D")));
    assertThat(two).allSatisfy(each -> assertThat(shown(each)).isEmpty());
  }

  @Test
  void twoInACycle() {
    Fault fault = only(lock("a", "B", "b", "A"), lock("b", "A", "a", "B"));
    assertThat(fault.kind()).isEqualTo(FindingKind.DEADLOCK);
    assertThat(blamed(fault)).containsExactlyInAnyOrder("a", "b");
    assertThat(fault.message()).contains("a holds A and wants B", "b holds B and wants A");
  }

  @Test
  void threeInACycle() {
    Fault fault =
        only(lock("a", "B", "b", "A"), lock("b", "C", "c", "B"), lock("c", "A", "a", "C"));
    assertThat(fault.kind()).isEqualTo(FindingKind.DEADLOCK);
    assertThat(blamed(fault)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void waitersOutsideOfTheCycleAreNotBlamed() {
    Fault fault =
        only(
            lock("late", "A", "a"),
            lock("a", "B", "b", "A"),
            lock("b", "A", "a", "B"),
            lock("later", "B", "b"));
    assertThat(fault.kind()).isEqualTo(FindingKind.DEADLOCK);
    assertThat(blamed(fault)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void theSameCycleHasTheSameKeyWhoeverComesFirst() {
    Stuck a = lock("a", "B", "b", "A");
    Stuck b = lock("b", "A", "a", "B");
    assertThat(only(a, b).key()).isEqualTo(only(b, a).key());
  }

  @Test
  void twoCyclesAreTwoFaults() {
    List<Fault> faults =
        LockGraph.analyse(
            List.of(
                lock("a", "B", "b", "A"),
                lock("b", "A", "a", "B"),
                lock("c", "D", "d", "C"),
                lock("d", "C", "c", "D")));
    assertThat(faults)
        .extracting(LockGraphTest::blamed)
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void aThreadThatWaitsForItself() {
    Fault fault = only(lock("a", "A", "a", "A"));
    assertThat(fault.kind()).isEqualTo(FindingKind.DOUBLE_LOCK);
    assertThat(blamed(fault)).containsExactly("a");
  }

  @Test
  void aHolderThatIsBlockedInIo() {
    Fault fault = only(lock("freer", "S", "reader"), io("reader", "S"));
    assertThat(fault.kind()).isEqualTo(FindingKind.BLOCKED_IO_UNDER_LOCK);
    assertThat(fault.message()).contains("reader waits for I/O and holds S", "freer needs");
    assertThat(blamed(fault)).containsExactly("freer", "reader");
  }

  @Test
  void aHolderBlockedInIoAtTheEndOfAChain() {
    Fault fault =
        only(lock("first", "A", "second"), lock("second", "B", "reader", "A"), io("reader", "B"));
    assertThat(fault.kind()).isEqualTo(FindingKind.BLOCKED_IO_UNDER_LOCK);
    assertThat(fault.message()).contains("holds B", "second needs");
  }

  @Test
  void ioAloneIsAStall() {
    Fault fault = only(io("reader"));
    assertThat(fault.kind()).isEqualTo(FindingKind.STALL);
    assertThat(fault.message()).isEqualTo("reader waits for input; no thread is left to end that");
  }

  @Test
  void ioWithALockThatNobodyNeedsIsAStall() {
    assertThat(only(io("reader", "S"), io("other")).kind()).isEqualTo(FindingKind.STALL);
  }

  @Test
  void aDrainThatNobodyEndsIsAStallOfBoth() {
    Fault fault =
        only(
            stuck("freer", Waiting.DRAIN, "gate", "waits for those inside", List.of()),
            io("reader"));
    assertThat(fault.kind()).isEqualTo(FindingKind.STALL);
    assertThat(blamed(fault)).containsExactly("freer", "reader");
  }

  /** A third thread that waits for I/O is neither in the cycle nor the reason for it. */
  @Test
  void aReaderBesideACycleIsNotBlamed() {
    Fault fault = only(lock("a", "B", "b", "A"), lock("b", "A", "a", "B"), io("reader"));
    assertThat(blamed(fault)).containsExactly("a", "b");
  }

  @Test
  void aLockThatNobodyHoldsIsAStall() {
    Fault fault = only(stuck("a", Waiting.LOCK, "L", "waits for L", List.of()));
    assertThat(fault.kind()).isEqualTo(FindingKind.STALL);
    assertThat(fault.message()).isEqualTo("a waits for L, which no thread will release");
  }

  /** One who has ended can't be part of a cycle; its lock is simply never given back. */
  @Test
  void aLockWhoseHolderHasEndedIsAStall() {
    Fault fault = only(lock("a", "L", "ended"));
    assertThat(fault.kind()).isEqualTo(FindingKind.STALL);
    assertThat(fault.message()).contains("L", "ended");
  }

  /** Of those that share a lock, the first need not be the one in the cycle. */
  @Test
  void theCycleIsFoundThroughAnyOfTheHolders() {
    Stuck alone =
        stuck("alone", Waiting.LOCK, "L", "waits for L", List.of("bystander", "sharer"), "X");
    assertThat(
            LockGraph.analyse(
                List.of(alone, io("bystander", "L"), lock("sharer", "X", "alone", "L"))))
        .filteredOn(fault -> fault.kind() == FindingKind.DEADLOCK)
        .singleElement()
        .satisfies(fault -> assertThat(blamed(fault)).containsExactlyInAnyOrder("alone", "sharer"));
  }

  @Test
  void nobodyIsStuck() {
    assertThat(LockGraph.analyse(List.of())).isEmpty();
  }
}
