package dev.lockjaw.process;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.RunControl;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.run.Cell;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The main class of a worker JVM. It reads tasks from standard input and writes answers to standard
 * output. It ends when its input ends, so that it never outlives its parent.
 */
public final class WorkerMain implements RunControl {
  private final BlockingQueue<CellTask> tasks = new LinkedBlockingQueue<>();
  private final Logbook logbook;
  private final InThisJvm runner;
  private volatile boolean cancelled;

  private WorkerMain(BlackBox box) {
    logbook = new Logbook(box);
    runner = new InThisJvm(logbook);
  }

  /**
   * @param args the path of the black box's file
   */
  public static void main(String[] args) throws Exception {
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err); // output of libraries must not get between answers
    WorkerMain worker = new WorkerMain(new BlackBox(Path.of(args[0])));
    Thread reader = new Thread(worker::read, "lockjaw-tasks");
    reader.setDaemon(true);
    reader.start();
    worker.answer(new ObjectOutputStream(out));
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void ran(long more) {
    // the logbook has it
  }

  private void read() {
    try (ObjectInputStream in = new ObjectInputStream(new FileInputStream(FileDescriptor.in))) {
      while (true) {
        CellTask task = (CellTask) in.readObject();
        cancelled = task instanceof CellTask.Cancel; // the next task is sent after the last answer
        if (!cancelled) {
          tasks.add(task);
        }
      }
    } catch (IOException ended) {
      Runtime.getRuntime().halt(0);
    } catch (ClassNotFoundException other) {
      other.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private void answer(ObjectOutputStream out) throws Exception {
    while (true) {
      out.writeObject(perform(tasks.take()));
      out.flush();
      out.reset(); // otherwise the stream keeps every answer forever
    }
  }

  private Answer perform(CellTask task) {
    logbook.open();
    try {
      if (task instanceof CellTask.Run run) {
        Cell cell = run.cell().cell();
        CellResult result = runner.run(cell, () -> run.limits().within(run.leftNanos()), this);
        return new Answer.Ran(result, runner.lostThreads() > 0);
      }
      CellTask.Rerun rerun = (CellTask.Rerun) task;
      Schedule schedule = Schedule.parse(rerun.schedule()).orElseThrow();
      return new Answer.Reran(runner.replay(rerun.cell().cell(), schedule));
    } catch (ReflectiveOperationException | LinkageError missing) {
      return new Answer.Failed("a worker JVM can't make the cell: " + missing);
    } catch (IOException | RuntimeException failed) {
      return new Answer.Failed(failed.toString());
    }
  }
}
