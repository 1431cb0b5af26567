package dev.lockjaw.stress;

import dev.lockjaw.arena.ForeignLocks;
import dev.lockjaw.arena.ForeignWait;
import dev.lockjaw.arena.LockOwner;
import dev.lockjaw.arena.Stacks;
import dev.lockjaw.monitor.LockGraph;
import dev.lockjaw.monitor.LockGraph.Stuck;
import dev.lockjaw.monitor.LockGraph.Wanted;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Recognises a run in which no thread moves, and reports why. It is certain when all threads wait
 * for conditions that the run knows. Threads that are blocked in foreign code are looked at once a
 * millisecond until the looks agree ({@link ForeignWait}, {@link LockOwner}). A run that takes far
 * longer than a healthy one is ended, and the report names the time limit.
 */
final class Standstill {
  /** Looks before threads are examined. Most runs end earlier. */
  private static final int LOOKS_IN_PEACE = 20;

  /**
   * Looks after which a run is ended in any case: ten seconds or more. Looks are counted, and not
   * time, so that a pause of the machine does not count against the run.
   */
  static final int MOST_LOOKS = 10_000;

  private final StressRun run;
  private final List<Player> players;
  private final Timeouts timeouts;
  private final int mostLooks;
  private int looks;
  private long lastLook = System.nanoTime();
  private int still;
  private long lastSeen = -1;

  Standstill(StressRun run, List<Player> players, Timeouts timeouts, int mostLooks) {
    this.timeouts = timeouts;
    this.run = run;
    this.players = players;
    this.mostLooks = mostLooks;
  }

  /**
   * Checks whether threads are blocked in foreign code. Call it about once a millisecond; it does
   * nothing when called sooner.
   *
   * @param version of the run's waits
   * @param nanoTime the time, by {@link System#nanoTime}
   * @return whether the run must end; the reason has been reported
   */
  boolean look(long version, long nanoTime) {
    if (nanoTime - lastLook < StressRun.LOOK_NANOS) {
      return false;
    }
    lastLook = nanoTime;
    if (++looks > mostLooks) {
      reportTooLong();
      return true;
    }
    if (looks < LOOKS_IN_PEACE) {
      return false;
    }
    long seen = version;
    boolean stands = true;
    for (Player player : players) {
      seen = seen * 31 + player.passed;
      stands &= stands(player);
    }
    still = stands && seen == lastSeen ? still + 1 : 0;
    lastSeen = seen;
    if (still == 0 || still < patience()) {
      return false;
    }
    if (timeouts.next()) {
      still = 0;
      return false;
    }
    reportStuck();
    return true;
  }

  private boolean stands(Player player) {
    return player.done || (player.wait != null ? !player.canGoOn() : foreign(player));
  }

  /** Whether it is blocked in foreign code and has not been woken. */
  static boolean foreign(Player player) {
    return !player.done && player.wait == null && ForeignWait.stands(player.worker);
  }

  /** Whether all players that are not done wait for monitors. No interrupt ends such a wait. */
  boolean allBlocked() {
    return players.stream()
        .allMatch(
            player ->
                player.done
                    || player.worker.getState() == Thread.State.BLOCKED && player.worker.asleep());
  }

  /** Looks that must agree. */
  private int patience() {
    int patience = LockOwner.IN_RUN.standstillLooks();
    for (Player player : players) {
      if (foreign(player)) {
        patience = Math.max(patience, patience(player));
      }
    }
    return patience;
  }

  private int patience(Player player) {
    return player.worker.getState() == Thread.State.TIMED_WAITING
        ? Integer.MAX_VALUE // it will return by itself
        : ForeignWait.owner(player.worker, this::member).standstillLooks();
  }

  private LockOwner member(long thread) {
    return owner(thread).isEmpty() ? LockOwner.OUTSIDE : LockOwner.IN_RUN;
  }

  /** The name of the player that a thread plays; empty if it plays none. */
  private List<String> owner(long thread) {
    return players.stream()
        .filter(other -> !other.done && other.worker.getId() == thread)
        .map(other -> other.name)
        .toList();
  }

  /** Reports that no player can move: gives the lock graph what each one waits for and holds. */
  void reportStuck() {
    List<Player> still = players.stream().filter(player -> !player.done && !player.idle()).toList();
    // ask the JVM only where needed: it stops all threads to answer
    ForeignLocks locks =
        new ForeignLocks(
            still.stream()
                .filter(player -> player.wait == null)
                .mapToLong(player -> player.worker.getId())
                .toArray());
    locks.nameBy(run.owners(), still.stream().<Thread>map(player -> player.worker).toList());
    List<Stuck> stuck = new ArrayList<>();
    for (Player player : still) {
      Player.Wait wait = player.wait;
      stuck.add(wait == null ? foreignly(player, locks) : known(player, wait));
    }
    LockGraph.analyse(stuck)
        .forEach(fault -> run.report(fault.kind(), fault.key(), fault::finding));
  }

  private static Stuck known(Player player, Player.Wait wait) {
    Shared on = wait.on();
    return new Stuck(
        player.name,
        Wanted.of(wait.kind(), on.name(), wait.label()),
        on instanceof Owned lock ? lock.holders() : List.of(),
        player.held(),
        wait.stack());
  }

  private Stuck foreignly(Player player, ForeignLocks locks) {
    long thread = player.worker.getId();
    return locks.stuck(
        thread, player.name, owner(locks.owner(thread)), player.held(), stack(player));
  }

  private static List<StackTraceElement> stack(Player player) {
    return Stacks.trim(player.worker.getStackTrace());
  }

  private void reportTooLong() {
    List<Player> late = players.stream().filter(player -> !player.done && !player.idle()).toList();
    String names =
        late.stream().map(player -> player.name).sorted().collect(Collectors.joining(", "));
    List<ThreadEvidence> threads =
        late.stream()
            .map(
                player ->
                    new ThreadEvidence(
                        player.name, "still runs", player.held(), null, stack(player)))
            .toList();
    run.report(
        FindingKind.STALL,
        "too long: " + names,
        () ->
            new Finding(
                FindingKind.STALL,
                names
                    + " still ran after "
                    + mostLooks / 1000.0
                    + " s, and a run takes milliseconds: a time limit, not a proof",
                threads,
                null));
  }
}
