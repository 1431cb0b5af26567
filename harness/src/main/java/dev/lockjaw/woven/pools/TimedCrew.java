package dev.lockjaw.woven.pools;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of a scheduler or a timer. When a task is due is up to the explorer:
 *
 * <ul>
 *   <li>the first ticks of a periodic task come at any moment, as a ping may;
 *   <li>so does a task with a short delay, as a machine may make nothing of that;
 *   <li>a task with a long delay comes when no other thread can move, as a time-out does;
 *   <li>later ticks, and tasks that follow from tasks, come when no other thread can move and some
 *       thread that the run waits for is not done, so nothing runs forever.
 * </ul>
 */
final class TimedCrew extends Crew {
  /** Ticks that come at any moment, of one task or of tasks that each make the next. */
  private static final int TICKS = 2;

  /** Tasks that come at any moment, in one run. */
  private static final int MOST_EARLY = 10;

  private final Rules rules;
  private final List<Appointment> due = new ArrayList<>(2);
  private final List<Appointment> awaited = new ArrayList<>(1);
  private int waiting;
  private int early;

  /** What the scheduler is made of. */
  interface Rules {
    int core();

    ThreadFactory factory();

    void reject(Runnable task);

    /** Whether what is not yet due is performed although the scheduler is shut down. */
    boolean keeps(boolean periodic);
  }

  TimedCrew(Rules rules) {
    this.rules = rules;
  }

  void add(Appointment task) {
    access(EXECUTE, true);
    if (closing()) {
      rules.reject(task.task());
      return;
    }
    insert(task);
    if (waiting < live() && size() < Math.max(1, rules.core())) {
      hire(null);
    }
  }

  /** Adds a periodic task again. */
  void again(Appointment task) {
    access(EXECUTE, true);
    if (!closing() || rules.keeps(true)) {
      insert(task);
    }
  }

  private void insert(Appointment task) {
    int index = due.size();
    while (index > 0 && due.get(index - 1).at() > task.at()) {
      index--;
    }
    due.add(index, task);
  }

  private int live() {
    return (int) due.stream().filter(Appointment::live).count();
  }

  /** The first task that no thread waits for; null if there is none. */
  private Appointment first() {
    return due.stream()
        .filter(task -> task.live() && !awaited.contains(task))
        .findFirst()
        .orElse(null);
  }

  private boolean over() {
    return closing() && live() == 0;
  }

  @Override
  Runnable next(Points points) {
    while (true) {
      access(WORK, true);
      dropCancelled(points);
      Appointment mine = first();
      if (mine != null && comes(points, mine)) {
        return mine;
      }
      if (mine == null && over()) {
        return null;
      }
      if (mine == null) {
        waiting++;
        Waits.uninterruptibly(
            points,
            WORK,
            "work",
            Waiting.WORK,
            this,
            Points.CONTENTS,
            () -> first() != null || over());
        waiting--;
      }
    }
  }

  private void dropCancelled(Points points) {
    List<Appointment> cancelled = due.stream().filter(task -> !task.live()).toList();
    due.removeAll(cancelled);
    cancelled.forEach(task -> points.access(WORK, task.handle(), Points.CONTENTS, true));
  }

  private boolean comes(Points points, Appointment mine) {
    Points.Wait wait =
        new Points.Wait(
            WORK,
            "waits for its time",
            "its time",
            Waiting.WORK,
            this,
            Points.CONTENTS,
            null,
            false);
    awaited.add(mine);
    waiting++;
    try {
      points.until(
          wait,
          mine.at(),
          new Points.Delay(() -> mayBeEarly(mine), () -> comesLate(mine)),
          () -> superseded(mine));
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      waiting--;
      awaited.remove(mine);
    }
    boolean came = points.clock() >= mine.at() && mine.live() && due.remove(mine);
    if (came) {
      early++;
      points.touch(mine.handle(), Points.CONTENTS, true); // where another may cancel it
    }
    return came;
  }

  private boolean superseded(Appointment mine) {
    if (!due.contains(mine) || !mine.live()) {
      return first() != null || over();
    }
    Appointment other = first();
    return other != null && other.at() < mine.at();
  }

  private boolean mayBeEarly(Appointment task) {
    return task.live()
        && due.contains(task)
        && early < MOST_EARLY
        && task.generation() < TICKS
        && task.early();
  }

  private boolean comesLate(Appointment task) {
    return task.live() && due.contains(task) && task.generation() < TICKS && !task.periodic();
  }

  @Override
  boolean empty() {
    return live() == 0;
  }

  @Override
  List<Runnable> drain() {
    List<Runnable> left = due.stream().filter(Appointment::live).map(Appointment::task).toList();
    due.clear();
    return left;
  }

  @Override
  void closes() {
    due.removeIf(task -> !rules.keeps(task.periodic()));
  }

  @Override
  ThreadFactory factory() {
    return rules.factory();
  }
}
