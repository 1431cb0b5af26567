package dev.lockjaw.process;

import dev.lockjaw.campaign.RunControl;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A worker JVM as its parent sees it. One thread at a time may use it. */
final class WorkerJvm implements AutoCloseable {
  /** Milliseconds between two checks of a worker's progress. */
  private static final long LOOK_MILLIS = 50;

  /** The longest time from the start of a JVM's crash report to its death. */
  private static final Duration DYING = Duration.ofSeconds(10);

  private final ChildJvm jvm;
  private final ObjectOutputStream tasks;
  private final Duration patience;
  private final BlockingQueue<Optional<Answer>> answers = new LinkedBlockingQueue<>();

  /** Thrown when the worker is dead. */
  static final class Died extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Death death;

    private Died(Death death) {
      super(death.text());
      this.death = death;
    }

    Death death() {
      return death;
    }
  }

  /**
   * Starts a worker.
   *
   * @param within the folder for the files that the worker leaves behind
   * @param patience the longest time that a single run may take; a cell has many runs
   * @throws IOException if it can't be started
   */
  WorkerJvm(Path within, Launch launch, Duration patience) throws IOException {
    this.jvm = ChildJvm.start(within, launch);
    this.patience = patience;
    Thread reader = new Thread(this::read, "lockjaw-answers-" + jvm.pid());
    reader.setDaemon(true);
    reader.start();
    try {
      this.tasks = new ObjectOutputStream(jvm.input());
    } catch (IOException failed) {
      jvm.close();
      throw failed;
    }
  }

  private void read() {
    try (ObjectInputStream in = new ObjectInputStream(jvm.output())) {
      while (true) {
        answers.add(Optional.of((Answer) in.readObject()));
      }
    } catch (IOException | ClassNotFoundException ended) {
      answers.add(Optional.empty());
    }
  }

  /** The last entry that the worker recorded, whether it is dead or alive. */
  Logbook.Entry logbook() {
    return Logbook.read(jvm.blackBox());
  }

  /** The JVM's report of its crash. */
  Optional<String> report() {
    return jvm.report();
  }

  /**
   * Has the worker do a task.
   *
   * @param watch is notified of the runs that have begun, except those of the last moment
   * @throws Died if the worker dies, or was ended because it made no progress
   */
  Answer ask(CellTask task, RunControl watch) throws Died, InterruptedException {
    send(task);
    boolean cancelSent = false;
    long pulse = 0;
    long deadline = System.nanoTime() + patience.toNanos();
    boolean dying = false;
    while (true) {
      Optional<Answer> answer = answers.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (answer != null) {
        return answer.orElseThrow(this::dead);
      }
      if (!cancelSent && watch.cancelled()) {
        send(new CellTask.Cancel());
        cancelSent = true;
      }
      if (!dying && jvm.isDying()) {
        dying = true;
        deadline = System.nanoTime() + DYING.toNanos();
      }
      long now = Logbook.pulse(jvm.blackBox());
      if (now > pulse && !dying) {
        watch.ran(now - pulse);
        pulse = now;
        deadline = System.nanoTime() + patience.toNanos();
      }
      if (System.nanoTime() - deadline > 0) {
        jvm.end();
        throw dead();
      }
    }
  }

  private void send(CellTask task) {
    try {
      tasks.writeObject(task);
      tasks.flush();
      tasks.reset();
    } catch (IOException dead) {
      // the end of its output will show that it is dead
    }
  }

  private Died dead() {
    try {
      if (!jvm.await(DYING)) {
        jvm.end(); // it closed its output and still runs
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Died(jvm.death());
  }

  @Override
  public void close() {
    jvm.close();
  }
}
