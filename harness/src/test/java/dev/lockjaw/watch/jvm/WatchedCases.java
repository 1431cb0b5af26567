package dev.lockjaw.watch.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * The program that {@link JvmWatchTest} watches: bugs that do not strike, and beside each its right
 * twin. Latches make each overlap certain. Each is a class, so that a stack says which it is.
 */
final class WatchedCases {
  private WatchedCases() {}

  static final class WrongMonitors {
    static void run() throws Exception {
      Object a = new Object();
      Object b = new Object();
      WatchedSteps.inTurn(() -> nest(a, b), () -> nest(b, a));
    }

    static void nest(Object outer, Object inner) {
      synchronized (outer) {
        synchronized (inner) {
          inner.hashCode();
        }
      }
    }
  }

  static final class RightGate {
    static void run() throws Exception {
      Object gate = new Object();
      Object a = new Object();
      Object b = new Object();
      WatchedSteps.inTurn(() -> nest(gate, a, b), () -> nest(gate, b, a));
    }

    static void nest(Object gate, Object outer, Object inner) {
      synchronized (gate) {
        synchronized (outer) {
          synchronized (inner) {
            inner.hashCode();
          }
        }
      }
    }
  }

  static final class RightOrderOfThreads {
    static void run() throws Exception {
      Object a = new Object();
      Object b = new Object();
      WatchedSteps.thread(() -> nest(a, b)).join();
      WatchedSteps.thread(() -> nest(b, a)).join();
      nest(a, b);
    }

    static void nest(Object outer, Object inner) {
      synchronized (outer) {
        synchronized (inner) {
          inner.hashCode();
        }
      }
    }
  }

  static final class WrongLocks {
    static void run() throws Exception {
      Lock a = new ReentrantLock();
      Lock b = new ReentrantReadWriteLock().writeLock();
      WatchedSteps.inTurn(() -> nest(a, b), () -> nest(b, a));
    }

    static void nest(Lock outer, Lock inner) {
      outer.lock();
      try {
        inner.lock();
        inner.unlock();
      } finally {
        outer.unlock();
      }
    }
  }

  static final class RightTry {
    static void run() throws Exception {
      ReentrantLock a = new ReentrantLock();
      ReentrantLock b = new ReentrantLock();
      WatchedSteps.inTurn(() -> nest(a, b), () -> nest(b, a));
    }

    static void nest(ReentrantLock outer, ReentrantLock inner) {
      outer.lock();
      try {
        if (inner.tryLock()) {
          inner.unlock();
        }
      } finally {
        outer.unlock();
      }
    }
  }

  static final class WrongMixture {
    private final ReentrantLock lock = new ReentrantLock();

    static void run() throws Exception {
      WrongMixture one = new WrongMixture();
      WatchedSteps.inTurn(one::monitorFirst, one::lockFirst);
    }

    synchronized void monitorFirst() {
      lock.lock();
      lock.unlock();
    }

    void lockFirst() {
      lock.lock();
      try {
        needsMonitor();
      } finally {
        lock.unlock();
      }
    }

    synchronized void needsMonitor() {
      hashCode();
    }
  }

  static final class RightReaders {
    static void run() throws Exception {
      Lock a = new ReentrantReadWriteLock().readLock();
      Lock b = new ReentrantReadWriteLock().readLock();
      WatchedSteps.inTurn(() -> nest(a, b), () -> nest(b, a));
    }

    static void nest(Lock outer, Lock inner) {
      outer.lock();
      try {
        inner.lock();
        inner.unlock();
      } finally {
        outer.unlock();
      }
    }
  }

  static final class WrongStamp {
    static void run() {
      StampedLock lock = new StampedLock();
      Thread stuck =
          WatchedSteps.thread(
              () -> {
                lock.writeLock();
                lock.readLock();
              });
      WatchedSteps.await(stuck, Thread.State.WAITING);
    }
  }

  static final class RightStamp {
    static void run() throws Exception {
      StampedLock lock = new StampedLock();
      WatchedSteps.thread(
              () -> {
                lock.unlockWrite(lock.writeLock());
                lock.unlockRead(lock.readLock());
                lock.readLock();
                lock.unlock(lock.readLock());
              })
          .join();
    }
  }

  static final class WrongSemaphore {
    static void run() {
      Semaphore lock = new Semaphore(1);
      Thread stuck =
          WatchedSteps.thread(
              () -> {
                lock.acquire();
                lock.release();
                lock.acquire();
                lock.acquire();
              });
      WatchedSteps.await(stuck, Thread.State.WAITING);
    }
  }

  static final class RightSemaphore {
    static void run() throws Exception {
      Semaphore signal = new Semaphore(1);
      Thread waiting =
          WatchedSteps.thread(
              () -> {
                signal.acquire();
                signal.acquire();
              });
      WatchedSteps.await(waiting, Thread.State.WAITING);
      signal.release();
      waiting.join();
    }
  }

  static final class WrongWait {
    static void run() throws Exception {
      Object outer = new Object();
      ReentrantLock lock = new ReentrantLock();
      Condition condition = lock.newCondition();
      WatchedSteps.inTurn(
          () -> {
            synchronized (outer) {
              wait(lock, condition);
            }
          },
          () -> {
            synchronized (outer) {
              signal(lock, condition);
            }
          });
    }

    static void wait(ReentrantLock lock, Condition condition) throws InterruptedException {
      lock.lock();
      try {
        condition.await(1, TimeUnit.MILLISECONDS); // the signal can't come
      } finally {
        lock.unlock();
      }
    }

    static void signal(ReentrantLock lock, Condition condition) {
      lock.lock();
      try {
        condition.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  static final class RightWait {
    static void run() throws Exception {
      Object outer = new Object();
      ReentrantLock lock = new ReentrantLock();
      Condition condition = lock.newCondition();
      WatchedSteps.inTurn(
          () -> {
            synchronized (outer) {
              WrongWait.wait(lock, condition);
            }
          },
          () -> WrongWait.signal(lock, condition));
    }
  }

  static final class WrongWraps {
    static void run() throws Exception {
      CountDownLatch inside = new CountDownLatch(2);
      LatchedEngine engine = new LatchedEngine(inside);
      Thread one =
          WatchedSteps.thread(() -> engine.wrap(ByteBuffer.allocate(1), ByteBuffer.allocate(1)));
      Thread other =
          WatchedSteps.thread(() -> engine.wrap(ByteBuffer.allocate(1), ByteBuffer.allocate(1)));
      one.join();
      other.join();
    }
  }

  static final class RightDuplex {
    static void run() throws Exception {
      CountDownLatch inside = new CountDownLatch(2);
      LatchedEngine engine = new LatchedEngine(inside);
      Thread one =
          WatchedSteps.thread(() -> engine.wrap(ByteBuffer.allocate(1), ByteBuffer.allocate(1)));
      Thread other =
          WatchedSteps.thread(() -> engine.unwrap(ByteBuffer.allocate(1), ByteBuffer.allocate(1)));
      one.join();
      other.join();
    }
  }

  static final class WrongWrite {
    /** More than all buffers hold. */
    private static final int SIZE = 32 << 20;

    private static Socket peer;

    /** Fills the wire under a monitor that another thread wants; stays so. */
    static void run() throws IOException {
      Object monitor = new Object();
      ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
      peer = server.accept();
      CountDownLatch held = new CountDownLatch(1);
      WatchedSteps.thread(() -> write(monitor, client.getOutputStream(), held));
      Thread wants =
          WatchedSteps.thread(
              () -> {
                held.await();
                synchronized (monitor) {
                  monitor.hashCode();
                }
              });
      WatchedSteps.await(wants, Thread.State.BLOCKED);
    }

    static void write(Object monitor, OutputStream out, CountDownLatch held) throws IOException {
      synchronized (monitor) {
        held.countDown();
        out.write(new byte[SIZE]);
      }
    }

    static void end() throws IOException {
      peer.getInputStream().readNBytes(SIZE);
    }
  }

  static final class RightWrite {
    static void run() throws Exception {
      Object monitor = new Object();
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
          Socket peer = server.accept()) {
        WatchedSteps.thread(
                () -> {
                  synchronized (monitor) {
                    client.getOutputStream().write(1);
                  }
                })
            .join();
        InputStream in = peer.getInputStream();
        in.read();
      }
    }
  }

  /** Runs all cases, says so, and ends once its input does. */
  public static void main(String[] arguments) throws Exception {
    WrongMonitors.run();
    RightGate.run();
    RightOrderOfThreads.run();
    HandOverCases.run();
    WrongLocks.run();
    RightTry.run();
    WrongMixture.run();
    RightReaders.run();
    WrongStamp.run();
    RightStamp.run();
    WrongSemaphore.run();
    RightSemaphore.run();
    WrongWait.run();
    RightWait.run();
    WrongWraps.run();
    RightDuplex.run();
    RightWrite.run();
    WrongWrite.run();
    System.out.println("all ran");
    System.in.read();
    WrongWrite.end();
  }
}
