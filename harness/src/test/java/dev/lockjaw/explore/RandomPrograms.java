package dev.lockjaw.explore;

import dev.lockjaw.explore.Op.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Makes small programs in which locks are taken and left in any order, and mostly given back. */
final class RandomPrograms {
  private static final Kind[] KINDS = {
    Kind.USE, Kind.USE, Kind.USE, Kind.TOUCH, Kind.USE_ALL, Kind.AWAIT, Kind.READ, Kind.WRITE,
    Kind.ADD, Kind.SWAP, Kind.LOCK, Kind.LOCK, Kind.LOCK, Kind.SHARE, Kind.SHARE, Kind.ALONE
  };

  private static final Kind[] SPINNING = {
    Kind.USE, Kind.SPIN, Kind.TRY, Kind.GRAB, Kind.RESET, Kind.WRITE, Kind.LOCK
  };

  private final Random random;
  private final Kind[] kinds;

  RandomPrograms(long seed) {
    this(seed, KINDS);
  }

  private RandomPrograms(long seed, Kind[] kinds) {
    this.random = new Random(seed);
    this.kinds = kinds;
  }

  /** Programs whose actors wait for one another in loops. */
  static RandomPrograms spinning(long seed) {
    return new RandomPrograms(seed, SPINNING);
  }

  Program next() {
    int actors = 2 + random.nextInt(2);
    List<List<Op>> program = new ArrayList<>();
    for (int i = 0; i < actors; i++) {
      program.add(actor(2 + random.nextInt(actors == 2 ? 4 : 2)));
    }
    return new Program(program);
  }

  private List<Op> actor(int length) {
    List<Op> ops = new ArrayList<>();
    Deque<Op> releases = new ArrayDeque<>();
    for (int i = 0; i < length; i++) {
      Op op = new Op(kinds[random.nextInt(kinds.length)], random.nextInt(2));
      if (!releases.isEmpty() && random.nextInt(3) == 0) {
        ops.add(random.nextBoolean() ? releases.removeFirst() : releases.removeLast());
      }
      ops.add(op);
      switch (op.kind()) {
        case LOCK -> releases.addFirst(new Op(Kind.UNLOCK, op.on()));
        case SHARE -> releases.addFirst(new Op(Kind.UNSHARE, op.on()));
        case GRAB -> releases.addFirst(new Op(Kind.RESET, op.on()));
        case ALONE -> releases.addFirst(new Op(Kind.UNALONE, op.on()));
        default -> {}
      }
    }
    if (random.nextInt(8) > 0) {
      ops.addAll(releases);
    }
    return ops;
  }
}
