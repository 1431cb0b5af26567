package dev.lockjaw.stress;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clock of a stress run, for waits with a limit. It advances only while no player can move, so
 * that a busy machine ends no wait.
 */
final class Timeouts {
  /** Waits that may time out in one run. */
  private static final int MOST = 200;

  private final List<Player> players;
  private final Motion motion;
  private int count;
  private volatile long clock;

  Timeouts(List<Player> players, Motion motion) {
    this.players = players;
    this.motion = motion;
  }

  /** When a wait that begins now is over at the latest; a negative time is no limit. */
  long in(long nanos) {
    return nanos < 0 ? Long.MAX_VALUE : clock + nanos;
  }

  /**
   * Ends the wait whose time is over first, if some player that the run waits for is not done. Only
   * the supervisor may call, while no player moves.
   *
   * @return whether there is such a wait
   */
  boolean next() {
    if (count == MOST || players.stream().allMatch(player -> player.daemon || player.done)) {
      return false;
    }
    Optional<Player> first =
        players.stream()
            .filter(player -> player.until() != Long.MAX_VALUE && !player.timedOut)
            .min(Comparator.comparingLong(Player::until));
    first.ifPresent(this::timeOut);
    return first.isPresent();
  }

  private void timeOut(Player player) {
    count++;
    clock = Math.max(clock, player.until());
    player.timedOut = true;
    motion.changed();
  }
}
