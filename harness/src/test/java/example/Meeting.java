package example;

import dev.lockjaw.explore.programs.Parts;
import example.Executions.Log;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Programs whose two threads meet: each says in one word or two what happened. */
public final class Meeting {
  private Meeting() {}

  /** At a barrier, twice: what is written before is seen behind. */
  public static final class Barrier implements Parts {
    private final CyclicBarrier barrier = new CyclicBarrier(2, () -> this.opened++);
    private int opened;
    private int sum;
    private String seen = "";

    @Override
    public void one() throws Exception {
      sum = 1;
      barrier.await();
      barrier.await();
      seen += sum;
    }

    @Override
    public void other() throws Exception {
      barrier.await();
      sum += 2;
      barrier.await(1, TimeUnit.SECONDS);
    }

    @Override
    public String outcome() {
      return opened + " " + seen;
    }
  }

  /** One of two that wait at a barrier for three gives up. */
  public static final class BarrierBreaks extends Log {
    private final CyclicBarrier barrier = new CyclicBarrier(3);

    @Override
    public void one() throws Exception {
      try {
        barrier.await(1, TimeUnit.SECONDS);
      } catch (TimeoutException late) {
        add("late ");
      } catch (BrokenBarrierException broken) {
        add("broken ");
      }
    }

    @Override
    public void other() throws Exception {
      try {
        barrier.await();
      } catch (BrokenBarrierException broken) {
        add("broken ");
      }
      barrier.reset();
      add(barrier.isBroken() + " ");
    }
  }

  /** With a phaser, of which one leaves. */
  public static final class Phases implements Parts {
    private final Phaser phaser = new Phaser(2);
    private int sum;
    private int seen;

    @Override
    public void one() {
      sum = 1;
      phaser.arriveAndAwaitAdvance();
      phaser.arriveAndAwaitAdvance();
      seen = sum;
    }

    @Override
    public void other() throws Exception {
      phaser.awaitAdvanceInterruptibly(phaser.arrive());
      sum += 2;
      phaser.arriveAndDeregister();
    }

    @Override
    public String outcome() {
      return "" + seen;
    }
  }

  /** By an exchange. */
  public static final class Exchanged implements Parts {
    private final Exchanger<String> exchanger = new Exchanger<>();
    private String first;
    private String second;

    @Override
    public void one() throws Exception {
      first = exchanger.exchange("a");
      try {
        exchanger.exchange("c", 1, TimeUnit.SECONDS);
      } catch (TimeoutException alone) {
        first += "!";
      }
    }

    @Override
    public void other() throws Exception {
      second = exchanger.exchange("b");
    }

    @Override
    public String outcome() {
      return first + second;
    }
  }

  /** Hand to hand: an offer succeeds only if the other waits. */
  public static final class HandOff extends Log {
    private final BlockingQueue<String> queue = new SynchronousQueue<>();

    @Override
    public void one() throws Exception {
      add(queue.offer("a") + " ");
      queue.put("b");
      add(queue.offer("c", 1, TimeUnit.SECONDS) ? "!" : "");
    }

    @Override
    public void other() throws Exception {
      String taken = queue.take();
      if (taken.equals("a")) {
        taken += queue.take();
      }
      add(taken + " ");
    }
  }

  /** Transfers: the one that gives waits for the one that takes. */
  public static final class Transfer extends Log {
    private final LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();

    @Override
    public void one() throws Exception {
      queue.transfer("a");
      add(queue.tryTransfer("b") + "" + queue.tryTransfer("c", 1, TimeUnit.SECONDS));
    }

    @Override
    public void other() throws Exception {
      queue.take();
    }
  }

  /** Delays end in their order. */
  public static final class Delays extends Log {
    private final DelayQueue<Until> queue = new DelayQueue<>();

    private static final class Until implements Delayed {
      private final String name;
      private final long at;

      Until(String name, long millis) {
        this.name = name;
        this.at = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      }

      @Override
      public long getDelay(TimeUnit unit) {
        return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
      }

      @Override
      public int compareTo(Delayed other) {
        return Long.compare(at, ((Until) other).at);
      }
    }

    @Override
    public void one() throws Exception {
      add(queue.take().name);
      add(queue.take().name);
      add(queue.poll(1, TimeUnit.DAYS) == null ? "." : "!");
    }

    @Override
    public void other() {
      queue.put(new Until("late", 20_000));
      queue.put(new Until("soon", 10_000));
    }
  }

  /** Both ends of a deque with one place. */
  public static final class Deque extends Log {
    private final LinkedBlockingDeque<String> deque = new LinkedBlockingDeque<>(1);

    @Override
    public void one() throws Exception {
      deque.putFirst("a");
      deque.putLast("b");
      add(deque.offerFirst("c", 1, TimeUnit.SECONDS) ? "c" : "-");
    }

    @Override
    public void other() throws Exception {
      add(deque.takeLast());
      add(deque.pollFirst(1, TimeUnit.SECONDS));
    }
  }
}
