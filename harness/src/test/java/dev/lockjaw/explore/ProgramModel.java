package dev.lockjaw.explore;

import dev.lockjaw.explore.Op.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out all interleavings of a {@link Program} without threads, by trying every actor that can
 * move at every step: independent of the explorer, for checking it.
 */
final class ProgramModel {
  private static final int FRESH = 0;
  private static final int READY = 1;
  private static final int BLOCKED = 2;
  private static final int DONE = 3;
  private static final int THREW = 4;

  private final Program program;
  private final int bound;
  private final Map<Integer, Long> schedules = new TreeMap<>();
  private final TreeSet<String> finalStates = new TreeSet<>();
  private final TreeSet<String> deadEnds = new TreeSet<>();

  ProgramModel(Program program, int bound) {
    this.program = program;
    this.bound = bound;
    int actors = program.actors().size();
    explore(new State(actors), -1, 0);
  }

  /** How many interleavings have that many preemptions. */
  Map<Integer, Long> schedules() {
    return schedules;
  }

  TreeSet<String> finalStates() {
    return finalStates;
  }

  /** The final states in which somebody is stuck. */
  TreeSet<String> deadEnds() {
    return deadEnds;
  }

  private void explore(State state, int last, int preemptions) {
    boolean end = true;
    for (int actor = 0; actor < state.status.length; actor++) {
      if (!state.canMove(program, actor)) {
        continue;
      }
      end = false;
      boolean preempts = last >= 0 && last != actor && state.canMove(program, last);
      int cost = preemptions + (preempts ? 1 : 0);
      if (cost <= bound) {
        State after = new State(state);
        after.move(program, actor);
        explore(after, actor, cost);
      }
    }
    if (end) {
      schedules.merge(preemptions, 1L, Long::sum);
      finalStates.add(state.text());
      if (Arrays.stream(state.status).anyMatch(status -> status == BLOCKED)) {
        deadEnds.add(state.text());
      }
    }
  }

  private static final class State {
    final int[] next;
    final int[] status;
    final int[] tries;
    final long[] registers;
    final long[] cells = new long[Program.OBJECTS];
    final int[] accesses = new int[Program.OBJECTS];
    final long[] words = new long[Program.OBJECTS];
    final int[] mutexOwner = new int[Program.OBJECTS];
    final int[] lockOwner = new int[Program.OBJECTS];
    final List<List<Integer>> sharers = new ArrayList<>();

    State(int actors) {
      next = new int[actors];
      status = new int[actors];
      tries = new int[actors];
      registers = new long[actors];
      Arrays.fill(mutexOwner, -1);
      Arrays.fill(lockOwner, -1);
      for (int i = 0; i < Program.OBJECTS; i++) {
        sharers.add(new ArrayList<>());
      }
    }

    State(State from) {
      this(from.next.length);
      copy(from.next, next);
      copy(from.status, status);
      copy(from.tries, tries);
      System.arraycopy(from.registers, 0, registers, 0, registers.length);
      System.arraycopy(from.cells, 0, cells, 0, cells.length);
      copy(from.accesses, accesses);
      System.arraycopy(from.words, 0, words, 0, words.length);
      copy(from.mutexOwner, mutexOwner);
      copy(from.lockOwner, lockOwner);
      for (int i = 0; i < Program.OBJECTS; i++) {
        sharers.get(i).addAll(from.sharers.get(i));
      }
    }

    private static void copy(int[] from, int[] to) {
      System.arraycopy(from, 0, to, 0, to.length);
    }

    boolean canMove(Program program, int actor) {
      return switch (status[actor]) {
        case FRESH, READY -> true;
        case BLOCKED -> open(program.actors().get(actor).get(next[actor]), actor);
        default -> false;
      };
    }

    /** Whether an operation that may wait would not. */
    private boolean open(Op op, int actor) {
      return switch (op.kind()) {
        case LOCK -> mutexOwner[op.on()] < 0;
        case SHARE -> lockOwner[op.on()] < 0 || lockOwner[op.on()] == actor;
        case ALONE -> lockOwner[op.on()] < 0 && sharers.get(op.on()).isEmpty();
        case AWAIT -> accesses[op.on()] > 0;
        case SPIN -> words[op.on()] != 0;
        case GRAB -> words[op.on()] == 0;
        default -> true;
      };
    }

    /** One step: what the actor is at, and what follows up to the next point. */
    void move(Program program, int actor) {
      List<Op> ops = program.actors().get(actor);
      boolean atPoint = status[actor] == READY || status[actor] == BLOCKED;
      status[actor] = READY;
      while (next[actor] < ops.size()) {
        Op op = ops.get(next[actor]);
        if (op.kind().isPoint() && !atPoint) {
          return;
        }
        atPoint = false;
        if (heldAlready(op, actor)) {
          status[actor] = THREW;
          return;
        }
        if (!open(op, actor)) {
          status[actor] = BLOCKED;
          return;
        }
        if (op.kind() == Kind.TRY && words[op.on()] == 0 && ++tries[actor] < Kind.TRIES) {
          return; // and looks again
        }
        tries[actor] = 0;
        perform(op, actor);
        next[actor]++;
      }
      status[actor] = DONE;
    }

    private boolean heldAlready(Op op, int actor) {
      return op.kind() == Kind.LOCK && mutexOwner[op.on()] == actor
          || op.kind() == Kind.ALONE
              && (lockOwner[op.on()] == actor || sharers.get(op.on()).contains(actor));
    }

    private void perform(Op op, int actor) {
      int on = op.on();
      switch (op.kind()) {
        case USE, TOUCH -> access(on, actor);
        case USE_ALL -> {
          for (int i = 0; i < Program.OBJECTS; i++) {
            access(i, actor);
          }
        }
        case AWAIT -> see(actor, cells[on]);
        case READ, SPIN, TRY -> see(actor, words[on]);
        case WRITE, GRAB -> words[on] = Program.mix(registers[actor], actor);
        case RESET -> words[on] = 0;
        case ADD -> {
          see(actor, words[on]);
          words[on] += actor + 1;
        }
        case SWAP -> {
          long mine = Program.mix(registers[actor], actor);
          boolean zero = words[on] == 0;
          words[on] = zero ? mine : words[on];
          see(actor, zero ? 1 : 0);
        }
        case LOCK -> mutexOwner[on] = actor;
        case UNLOCK -> mutexOwner[on] = -1;
        case SHARE -> sharers.get(on).add(actor);
        case UNSHARE -> sharers.get(on).remove((Integer) actor);
        case ALONE -> lockOwner[on] = actor;
        case UNALONE -> lockOwner[on] = -1;
      }
    }

    private void access(int cell, int actor) {
      cells[cell] = Program.mix(cells[cell], actor);
      accesses[cell]++;
      see(actor, cells[cell]);
    }

    private void see(int actor, long value) {
      registers[actor] = Program.mix(registers[actor], value);
    }

    String text() {
      List<String> ends = new ArrayList<>();
      for (int one : status) {
        ends.add(one == DONE ? "done" : one == THREW ? "threw" : "stuck");
      }
      return Program.hex(cells) + Program.hex(words) + ends + Program.hex(registers);
    }
  }
}
