package dev.lockjaw.weave;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Passing;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sessions in plain Java, without a lock of Lockjaw's: each wrong one makes a mistake that was met
 * in the field, and has a right one beside it.
 */
@Timeout(300)
class WovenSessionsTest {
  /** Each wrong session, the scenario that shows it, as what, and a part of the line. */
  static final String WRONG =
      """
      NulledEngine | write-free | NULL_DEREFERENCE | engine.send(data)
      CheckedOutside | write-free | USE_AFTER_FREE | engine.send(data)
      ClosedTwice | double-free | USE_AFTER_FREE | engine.close()
      EndedTwice | double-free | DOUBLE_FREE | engine.end()
      ClosedAfterSleep | write-free | USE_AFTER_FREE | engine.send(data)
      GoesOnAfterTimeout | write-write | CONCURRENT_ENTRY | engine.send(data)
      GoesOnWithoutStamp | write-write | CONCURRENT_ENTRY | engine.send(data)
      PlainCount | write-free | USE_AFTER_FREE | users++
      SentLater | write-free | USE_AFTER_FREE | engine.send(data)
      LockIfFreeing | write-free | USE_AFTER_FREE | engine.send(data)
      StateWithAGap | write-free | USE_AFTER_FREE | engine.send(data)
      CompletedInside | write-free | DEADLOCK | application.lock()
      WritesShared | write-write | CONCURRENT_ENTRY | engine.send(data)
      DrainLoop | write-write | LOST_MESSAGE | draining.set(false)
      TwoDrainers | write-write | CONCURRENT_ENTRY | engine.send(next)
      WaitsWithIf | write-write | CONCURRENT_ENTRY | engine.send(data)
      NotifiedTooEarly | write-write | STALL | wait()
      SignalledTooEarly | write-write | STALL | idle.await()
      Upgraded | write-write | DOUBLE_LOCK | lock.writeLock().lock()
      GoesOnUnlocked | write-write | CONCURRENT_ENTRY | engine.send(data)
      SharedBuffer | write-write | RECORD_CORRUPTION | packet.clear()
      SealedInside | write-write | RECORD_CORRUPTION | synchronized (this)
      LazyLock | write-write | CONCURRENT_ENTRY | engine.send(data)
      ReleasedTwice | write-write | LOST_MESSAGE | pool.poll()
      IteratedBeside | write-write | ESCAPED_EXCEPTION | outbox)
      PlainNumber | write-write | LOST_MESSAGE | next++
      TwoOrders | read-write | DEADLOCK | synchronized (sending)
      SpinLockTooLate | write-free | USE_AFTER_FREE | engine.send(data)
      SpinLockKept | write-free | STALL | busy.compareAndSet(false, true)
      SpinFlagThenTake | write-write | CONCURRENT_ENTRY | engine.send(data)
      SpinYieldOnce | write-write | CONCURRENT_ENTRY | engine.send(data)
      SpinTryLockTenTimes | write-write | CONCURRENT_ENTRY | engine.send(data)
      TicketTwice | write-write | CONCURRENT_ENTRY | engine.send(data)
      PollingLoopTwice | write-write | CONCURRENT_ENTRY | engine.send(next)
      CallbackUnderSpinLock | send-order | STALL | busy.compareAndSet(false, true)
      CallbackUnderMonitor | relay | DEADLOCK | engine.send(data)
      CallbackUnderReentrantLock | relay | DEADLOCK | lock.lock()
      CallbackUnderSemaphore | send-order | DOUBLE_LOCK | lock.acquire()
      CallbackUnderStampedLock | send-order | DOUBLE_LOCK | lock.writeLock()
      PingsUnchecked | write-free | USE_AFTER_FREE | engine.send(PING)
      FlushedAfterClose | write-free | USE_AFTER_FREE | engine.send(data)
      NulledByTimer | write-free | NULL_DEREFERENCE | engine.send(PING)
      SentByTwo | write-write | CONCURRENT_ENTRY | engine.send(data)
      SentAsync | write-write | CONCURRENT_ENTRY | engine.send(data)
      HandedOver | write-free | STALL | outbox.put(data)
      HandleWithAGap | write-write | CONCURRENT_ENTRY | engine.send(data)
      CallbackKeepsLock | callback-throws | STALL | lock.lock()
      CallbackKeepsFlag | callback-throws | LOST_MESSAGE | outbox.add(data)
      WriteKeepsLock | peer-vanishes | STALL | lock.lock()
      QueueDropped | send-then-free | LOST_MESSAGE | writer.execute
      ClosesBehindWriter | blocked-write-free | BLOCKED_IO_UNDER_LOCK | engine.send(data)
      GoesOnInterrupted | interrupt | CONCURRENT_ENTRY | locked(() -> engine.send(data))
      TicketKept | interrupt | STALL | wait()
      AnswersCloseUnlocked | peer-closes | CONCURRENT_ENTRY | engine.send(new byte[0])
      PooledTwice | reconnect | RECORD_CORRUPTION | packet.clear()
      ReadsUnguarded | read-read | DATA_RACE | engine.fill()
      TrustUnderLock | handshake-race | DEADLOCK | lock.lock()
      StatusUnlocked | status-free | NULL_DEREFERENCE | engine.status()
      ServerUnderMonitor | server-stop | DEADLOCK | synchronized (SERVER)
      """;

  /** What the findings of some of them say besides. */
  private static final String SAYS =
      """
      Upgraded: upgrades ReentrantReadWriteLock Upgraded.lock of client
      SignalledTooEarly: waits for a signal of SignalledTooEarly.idle of client
      TwoOrders: waits for the monitor of TwoOrders.sending of client
      CallbackUnderReentrantLock: ReentrantLock CallbackUnderReentrantLock.lock of left
      CallbackUnderMonitor: the monitor of CallbackUnderMonitor of right
      CallbackUnderSemaphore: Semaphore CallbackUnderSemaphore.lock of client
      CallbackUnderStampedLock: StampedLock CallbackUnderStampedLock.lock of client
      NulledEngine: freer, doing=set NulledEngine.engine of client to null in step
      NulledByTimer: doing=set NulledByTimer.
      IteratedBeside: doing=changed ArrayList IteratedBeside.outbox of client in step
      QueueDropped: the session answered QUEUED; no thread passed it to the TLS stack
      SpinLockKept: spins on AtomicBoolean SpinLockKept.busy of client, which
      CallbackUnderSpinLock: CallbackUnderSpinLock.busy of client, which it changed last
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = WRONG)
  void wrongOnesAreFoundWithTheirLineAndReplayed(
      String session, String scenario, FindingKind kind, String source) throws Exception {
    CellResult result = WovenCells.explore(scenario, session, 2);
    assertThat(result).failsWith(kind);
    assertThat(result).isExhausted();
    List<Finding> found =
        result.findings().stream().filter(finding -> finding.kind() == kind).toList();
    assertThat(found)
        .anySatisfy(finding -> assertThat(lines(finding)).containsAnyOf(at(session, source)));
    assertThat(found).anySatisfy(finding -> assertThat(text(finding)).contains(says(session)));
    String token = found.get(0).token();
    assertThat(token).startsWith("LJ2/");
    CellResult again = WovenCells.replay(session, token);
    assertThat(again.ending().text()).isNull();
    assertThat(again).failsWith(kind);
    Passing nearest = found.get(0).passing();
    if (nearest != null && nearest.found()) {
      assertThat(WovenCells.replay(session, nearest.token()).findings())
          .allMatch(finding -> finding.kind() == FindingKind.DATA_RACE);
    }
  }

  private static String says(String session) {
    return SAYS.lines()
        .filter(line -> line.startsWith(session + ": "))
        .map(line -> line.substring(session.length() + 2))
        .findFirst()
        .orElse("");
  }

  private static String text(Finding finding) {
    return finding.message() + finding.threads() + finding.interleaving();
  }

  /** The places that a finding names, in its steps and its stacks. */
  private static List<String> lines(Finding finding) {
    Stream<String> stacks =
        finding.threads().stream()
            .flatMap(
                thread ->
                    Stream.concat(
                        thread.stack().stream(),
                        thread.held().stream().flatMap(held -> held.since().stream())))
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    Stream<String> steps =
        finding.interleaving().stream()
            .map(step -> step.act().at())
            .filter(Objects::nonNull)
            .map(line -> line.getFileName() + ":" + line.getLineNumber());
    return Stream.concat(stacks, steps).toList();
  }

  /** The lines of a session's file that contain a text. */
  private static String[] at(String session, String source) throws IOException {
    List<String> lines = Files.readAllLines(WovenCells.source(session));
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .filter(i -> lines.get(i).contains(source))
        .map(i -> session + ".java:" + (i + 1))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "CheckedInside, write-free",
    "ClosedOnce, double-free",
    "EndedAgain, double-free",
    "ClosedWhenIdle, write-free",
    "RefusesAfterTimeout, write-write",
    "RefusesWithoutStamp, write-write",
    "TriesAgain, write-write",
    "BufferOfThread, write-write",
    "AtomicCount, write-free",
    "Downgraded, write-free",
    "SentBeforeClose, write-free",
    "OneLock, read-write-free",
    "DrainLoopAgain, write-write",
    "WaitsWithWhile, write-write",
    "SignalledInTime, write-write",
    "AtomicNumber, write-write",
    "LoopOfItsOwn, write-write",
    "SpinLock, write-free",
    "SpinLock, write-write",
    "SpinUpdater, write-free",
    "SpinHandle, write-free",
    "SpinSwap, write-free",
    "SpinExchange, write-free",
    "SpinArray, write-free",
    "SpinFlag, write-write",
    "SpinYield, write-write",
    "SpinTryLock, write-write",
    "TicketLock, write-write",
    "PollingLoop, write-write",
    "CallbackAfterSpinLock, send-order",
    "CallbackAfterSpinLock, read-write-free",
    "CallbackAfterReentrantLock, relay",
    "CallbackAfterReentrantLock, read-write-free",
    "CallbackAfterSemaphore, read-write-free",
    "CallbackAfterStampedLock, read-write-free",
    "PingsChecked, write-free",
    "FlushedAtClose, write-free",
    "SentByOne, write-write",
    "SentInTurn, write-write",
    "HandedOverInTime, write-free",
    "HandleInOneStep, write-write",
    "CallbackReturnsLock, callback-throws",
    "CallbackReturnsLock, peer-vanishes",
    "CallbackReturnsFlag, callback-throws",
    "QueueFlushed, send-then-free",
    "WakesWriter, blocked-write-free",
    "RefusesInterrupted, interrupt",
    "TicketWaited, interrupt",
    "AnswersCloseLocked, peer-closes",
    "PooledOnce, reconnect",
    "OneLock, interrupt",
    "OneLock, peer-closes",
    "OneLock, reconnect",
    "OneLock, answer-write",
    "OneLock, callback-throws",
    "OneLock, peer-vanishes",
    "OneLock, send-then-free",
    "OneLock, blocked-write-write",
    "ReadsInTurn, read-read",
    "TrustBesideLock, handshake-race",
    "StatusLocked, status-free",
    "ServerBesideMonitor, server-stop",
    "OneLock, server-stop"
  })
  void rightOnesPassInAllInterleavings(String session, String scenario) throws Exception {
    assertThat(WovenCells.explore(scenario, session, 2)).hasNoFindings().isExhausted();
  }
}
