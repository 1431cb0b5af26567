package dev.lockjaw.explore;

import dev.lockjaw.explore.Op.Kind;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A toy whose actors do straight-line work. Every access mixes who made it into the object, and
 * what was seen into the actor: two interleavings end in the same state only if each object was
 * accessed in the same order.
 *
 * @param actors what each does
 */
record Program(List<List<Op>> actors) implements Toy {
  static final int OBJECTS = 3;

  static long mix(long a, long b) {
    return (a * 31 + b + 7) * 1_000_003;
  }

  /** An object of which the accesses are counted. */
  private static final class Cell extends Shared {
    long value;
    int accesses;

    Cell(String name) {
      super(name);
    }
  }

  @Override
  public Supplier<String> arrange(ControlledRun run) {
    Machine machine = new Machine(run);
    long[] registers = new long[actors.size()];
    String[] ends = new String[actors.size()];
    for (int i = 0; i < actors.size(); i++) {
      int actor = i;
      ends[i] = "stuck";
      run.actor(
          "actor" + i,
          () -> {
            try {
              for (Op op : actors.get(actor)) {
                registers[actor] = machine.perform(actor, op, registers[actor]);
              }
              ends[actor] = "done";
            } catch (IllegalStateException doubleLock) {
              ends[actor] = "threw";
              throw doubleLock;
            }
          });
    }
    return () -> machine.state() + List.of(ends) + hex(registers);
  }

  static String hex(long... values) {
    StringBuilder text = new StringBuilder();
    for (long value : values) {
      text.append(' ').append(Long.toHexString(value));
    }
    return text.toString();
  }

  private static final class Machine {
    private final ControlledRun run;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Mutex> mutexes = new ArrayList<>();
    private final List<ReadWriteLock> locks = new ArrayList<>();

    Machine(ControlledRun run) {
      this.run = run;
      for (int i = 0; i < OBJECTS; i++) {
        cells.add(new Cell("cell" + i));
        words.add(run.word("word" + i, 0));
        mutexes.add(run.mutex("mutex" + i, false));
        locks.add(run.readWriteLock("lock" + i));
      }
    }

    long perform(int actor, Op op, long register) {
      int on = op.on();
      switch (op.kind()) {
        case USE -> {
          run.point("use", cells.get(on));
          return access(actor, cells.get(on), register);
        }
        case TOUCH -> {
          run.touch(cells.get(on));
          return access(actor, cells.get(on), register);
        }
        case USE_ALL -> {
          run.point("use all", null);
          long mixed = register;
          for (Cell cell : cells) {
            mixed = access(actor, cell, mixed);
          }
          return mixed;
        }
        case AWAIT -> {
          Cell cell = cells.get(on);
          run.await("waits for use", Waiting.COMPLETION, cell, () -> cell.accesses > 0);
          return mix(register, cell.value);
        }
        case READ -> {
          return mix(register, words.get(on).get());
        }
        case WRITE -> words.get(on).set(mix(register, actor));
        case ADD -> {
          return mix(register, words.get(on).getAndAdd(actor + 1));
        }
        case SWAP -> {
          return mix(register, words.get(on).compareAndSet(0, mix(register, actor)) ? 1 : 0);
        }
        case RESET -> words.get(on).set(0);
        case SPIN -> {
          return mix(register, spin(words.get(on), Integer.MAX_VALUE));
        }
        case TRY -> {
          return mix(register, spin(words.get(on), Kind.TRIES));
        }
        case GRAB -> {
          while (!words.get(on).compareAndSet(0, mix(register, actor))) {
            // once more
          }
        }
        case LOCK -> mutexes.get(on).lock();
        case UNLOCK -> mutexes.get(on).unlock();
        case SHARE -> locks.get(on).lockShared();
        case UNSHARE -> locks.get(on).unlockShared();
        case ALONE -> locks.get(on).lockExclusive();
        case UNALONE -> locks.get(on).unlockExclusive();
      }
      return register;
    }

    private static long spin(Word word, int most) {
      long value = 0;
      for (int i = 0; i < most && value == 0; i++) {
        value = word.get();
      }
      return value;
    }

    private long access(int actor, Cell cell, long register) {
      cell.value = mix(cell.value, actor);
      cell.accesses++;
      run.changed(cell);
      return mix(register, cell.value);
    }

    String state() {
      StringBuilder text = new StringBuilder();
      cells.forEach(cell -> text.append(hex(cell.value)));
      words.forEach(word -> text.append(hex(word.peek())));
      return text.toString();
    }
  }
}
