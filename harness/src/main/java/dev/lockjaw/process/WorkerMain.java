package dev.lockjaw.process;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.RunControl;
import dev.lockjaw.explain.Causes;
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
import java.util.Arrays;
import java.util.List;
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
  private final ClassLoader plugins;
  private volatile boolean cancelled;

  private WorkerMain(BlackBox box, List<Path> plugins) {
    this.plugins = PluginLoader.of(plugins, WorkerMain.class.getClassLoader());
    logbook = new Logbook(box);
    runner = new InThisJvm(logbook);
  }

  /**
   * @param args the path of the black box's file, then those of plug-ins
   */
  public static void main(String[] args) throws Exception {
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err); // output of libraries must not get between answers
    List<Path> paths = Arrays.stream(args).map(Path::of).toList();
    WorkerMain worker = new WorkerMain(new BlackBox(paths.get(0)), paths.subList(1, paths.size()));
    // Libraries look for their parts there. Each thread that this one starts inherits it.
    Thread.currentThread().setContextClassLoader(worker.plugins);
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
        Cell cell = run.cell().cell(plugins);
        CellResult result = runner.run(cell, () -> run.limits().within(run.leftNanos()), this);
        return new Answer.Ran(result, runner.lostThreads() > 0);
      }
      CellTask.Rerun rerun = (CellTask.Rerun) task;
      Schedule schedule = Schedule.parse(rerun.schedule()).orElseThrow();
      return new Answer.Reran(runner.replay(rerun.cell().cell(plugins), schedule, false));
    } catch (ReflectiveOperationException | LinkageError missing) {
      return new Answer.Failed("a worker JVM can't make the cell: " + Causes.ofUsersClass(missing));
    } catch (IOException | RuntimeException failed) {
      return new Answer.Failed(Causes.text(failed));
    }
  }
}
