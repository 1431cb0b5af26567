package dev.lockjaw.explore;

import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Digest;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.woven.Site;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an actor has done since it last changed anything that others can see. An actor that does the
 * same again, and sees the same, is taken to wait until another changes what it sees: it spins.
 * What it keeps in local variables is not known, so it may also leave such a loop by itself; then
 * it is said to insist on going on.
 */
final class Passes {
  /** The source of an act that looks at the clock, or lets time pass. */
  static final Object TIME = "time";

  /** Acts kept: those of two passes, so a pass has at most half of them. */
  private static final int KEPT = 256;

  /** Passes that look at nothing of others' are the rule in code that does something. */
  private static final int MANY_PASSES = 200;

  private static final int NOT_SEEN = -1;

  private final Actor actor;
  private final History history;
  private long[] what = {};
  private Object[] source = {};
  private Shared[] on = {};
  private int[] seen = {};
  private int size;

  /** How many acts ago the last one was done before; 0 if it is new. */
  private int period;

  /** How many of the last acts equal those a period before. */
  private int matched;

  /** Whether the actor has done nothing but look at what no other touches. */
  private boolean onlyOwn;

  private boolean insists;
  private boolean alone;
  private Chooser.Spinner spinner;
  private int longest;
  private int more;

  Passes(Actor actor, History history) {
    this.actor = actor;
    this.history = history;
  }

  /** Adds a look at something: at everything, if {@code on} is null. */
  void looked(long what, Object source, Shared on) {
    notOnlyOwn();
    add(what, source, on, history.version(on));
  }

  /**
   * Adds a look at something that only this actor has touched, which counts if all of a pass is
   * that.
   */
  void lookedAtOwn(long what, Object source, Shared on) {
    if (size == 0 || onlyOwn) {
      onlyOwn = true;
      add(what, source, on, history.version(on));
    }
  }

  /** Something was changed that only this actor has touched. */
  void changedOwn() {
    if (onlyOwn) {
      clear();
    }
  }

  private void notOnlyOwn() {
    if (onlyOwn) {
      clear();
    }
  }

  /**
   * Adds an act that neither sees nor leaves anything, such as taking a lock and giving it back.
   */
  void did(long what, Object source) {
    notOnlyOwn();
    add(what, source, null, NOT_SEEN);
  }

  private void add(long act, Object from, Shared of, int version) {
    if (size == what.length) {
      makeRoom();
    }
    what[size] = act;
    source[size] = from;
    on[size] = of;
    seen[size] = version;
    if (period > 0 && same(size, size - period)) {
      matched++;
    } else {
      period = sinceLast();
      matched = period > 0 ? 1 : 0;
      leave();
    }
    size++;
    more += insists ? 1 : 0;
  }

  private void makeRoom() {
    int kept = size == KEPT ? KEPT / 2 : size;
    int room = size == KEPT ? KEPT : Math.max(16, size * 2);
    what = Arrays.copyOf(Arrays.copyOfRange(what, size - kept, size), room);
    source = Arrays.copyOf(Arrays.copyOfRange(source, size - kept, size), room);
    on = Arrays.copyOf(Arrays.copyOfRange(on, size - kept, size), room);
    seen = Arrays.copyOf(Arrays.copyOfRange(seen, size - kept, size), room);
    size = kept;
  }

  private boolean same(int one, int other) {
    return what[one] == what[other] && on[one] == on[other] && seen[one] == seen[other];
  }

  private int sinceLast() {
    for (int before = 1; before <= Math.min(size, KEPT / 2); before++) {
      if (same(size, size - before)) {
        return before;
      }
    }
    return 0;
  }

  /** The actor has changed something, or has been waiting. */
  void clear() {
    leave();
    size = 0;
    period = 0;
    matched = 0;
    onlyOwn = false;
  }

  /** Whether the actor has made the same pass twice, and is about to begin it again. */
  boolean repeats(long next, Shared of) {
    int times = onlyOwn ? MANY_PASSES : 1;
    return period > 0 && matched >= period * times && expects(next, of) && sees();
  }

  /** Whether an act is the next one of the pass. */
  boolean expects(long next, Shared of) {
    return what[size - period] == next && on[size - period] == of;
  }

  private boolean sees() {
    for (int i = size - period; i < size; i++) {
      if (seen[i] != NOT_SEEN) {
        return true;
      }
    }
    return asksTime();
  }

  /** Whether something that the actor saw in its last pass has changed since. */
  boolean stale() {
    for (int i = size - period; i < size; i++) {
      if (seen[i] != NOT_SEEN && seen[i] != history.version(on[i])) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pass looks at the clock. */
  boolean asksTime() {
    for (int i = size - period; i < size; i++) {
      if (source[i] == TIME) {
        return true;
      }
    }
    return false;
  }

  /** Identifies what is done in a pass, from where the actor is in it. */
  long digest() {
    long digest = period;
    for (int i = size - period; i < size; i++) {
      digest = Digest.mix(digest, what[i]);
    }
    return digest;
  }

  // ---- going on all the same ----

  /**
   * Makes the actor go on, as long as it does the same.
   *
   * @param at the loop that it is in
   * @param withoutOthers whether nobody else can move. Its steps are then no part of the history
   *     until it does something else, so that it makes no difference how many they are
   * @param most acts until its loop counts as one without an end
   */
  void insist(Chooser.Spinner at, boolean withoutOthers, int most) {
    insists = true;
    alone = withoutOthers;
    spinner = at;
    longest = most;
    more = 0;
    if (alone) {
      history.leaveOut(actor);
    }
  }

  boolean insists() {
    return insists;
  }

  /** Whether it insists because nobody else can move. */
  boolean alone() {
    return insists && alone;
  }

  /** Whether it has gone on for so long that its loop counts as one without an end. */
  boolean enough() {
    return more >= longest && more % period == 0;
  }

  /** Passes since the actor began to insist. */
  int morePasses() {
    return more / period;
  }

  /** The actor does something else, which may depend on all that it has seen. */
  private void leave() {
    if (insists && alone) {
      history.goOn();
      history.happened(actor, more, null);
    }
    insists = false;
  }

  /** Insisting has led nowhere. Returns the loop in which it began. */
  Chooser.Spinner giveUp() {
    history.goOn();
    insists = false;
    return spinner;
  }

  /** What the actor looks at in a pass, in words. */
  Set<String> looks() {
    Set<String> looks = new LinkedHashSet<>();
    for (int i = size - period; i < size; i++) {
      boolean waits = source[i] instanceof Act act && act.kind() == Act.Kind.WAIT;
      if (seen[i] != NOT_SEEN && !waits) {
        looks.add(text(source[i], on[i]));
      }
    }
    return looks;
  }

  /** What the actor looks at in a pass. */
  Set<Shared> watched() {
    Set<Shared> watched = new LinkedHashSet<>();
    for (int i = size - period; i < size; i++) {
      if (seen[i] != NOT_SEEN && on[i] != null) {
        watched.add(on[i]);
      }
    }
    return watched;
  }

  private static String text(Object source, Shared on) {
    if (source instanceof Site site) {
      return site.where() + ": " + site.what();
    }
    Act act = (Act) source;
    return act.object().isEmpty() && on != null ? act.wording() + ' ' + on.name() : act.wording();
  }
}
