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

/** A worker JVM, seen from the one that gives it tasks. Used by one thread at a time. */
final class WorkerJvm implements AutoCloseable {
  /** How often to look whether a worker goes on. */
  private static final long LOOK_MILLIS = 50;

  /** What a JVM may take, from when it begins to report a fault, to be dead. */
  private static final Duration DYING = Duration.ofSeconds(10);

  private final ChildJvm jvm;
  private final ObjectOutputStream tasks;
  private final Duration patience;
  private final BlockingQueue<Optional<Answer>> answers = new LinkedBlockingQueue<>();

  /** The worker is dead. */
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
   * Starts one.
   *
   * @param within the folder for what it leaves behind
   * @param patience how long a run, of which a cell has many, may take
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

  /** What it last wrote down, dead or alive. */
  Logbook.Entry logbook() {
    return Logbook.read(jvm.blackBox());
  }

  /** The JVM's report of what it died of. */
  Optional<String> report() {
    return jvm.report();
  }

  /**
   * Has it do a task.
   *
   * @param watch is told of runs as they are begun, but for those of the last moment
   * @throws Died if it dies of it, or had to be ended as it did not go on
   */
  Answer ask(CellTask task, RunControl watch) throws Died, InterruptedException {
    send(task);
    boolean told = false;
    long pulse = 0;
    long deadline = System.nanoTime() + patience.toNanos();
    boolean dying = false;
    while (true) {
      Optional<Answer> answer = answers.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (answer != null) {
        return answer.orElseThrow(this::dead);
      }
      if (!told && watch.cancelled()) {
        send(new CellTask.Cancel());
        told = true;
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
      // that it is dead will be seen at its output's end
    }
  }

  private Died dead() {
    try {
      if (!jvm.await(DYING)) {
        jvm.end(); // it closed its output and goes on
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
