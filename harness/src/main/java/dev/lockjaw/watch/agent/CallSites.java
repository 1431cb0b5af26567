package dev.lockjaw.watch.agent;

import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.MONITORENTER;
import static org.objectweb.asm.Opcodes.MONITOREXIT;

import dev.lockjaw.watch.hook.LockHooks;
import dev.lockjaw.watch.hook.MonitorHooks;
import dev.lockjaw.watch.hook.ThreadHooks;
import dev.lockjaw.watch.hook.WatchStacks;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Weaves the instructions of one method that take and release locks, wait, start and join. */
final class CallSites {
  private static final String MONITORS = Type.getInternalName(MonitorHooks.class);
  private static final String LOCKS = Type.getInternalName(LockHooks.class);
  private static final String THREADS = Type.getInternalName(ThreadHooks.class);
  private static final String HOOKS = MONITORS.substring(0, MONITORS.lastIndexOf('/') + 1);
  private static final String JUC = "java/util/concurrent/";
  private static final String TIMED = "JLjava/util/concurrent/TimeUnit;";

  /** Calls that a hook makes in their place: the hook's class, and whether it takes a site. */
  private record Substitute(String hook, boolean site) {}

  private static final Map<String, Substitute> SUBSTITUTES =
      Map.ofEntries(
          stamped("writeLock()J", true),
          stamped("readLock()J", true),
          stamped("tryWriteLock()J", true),
          stamped("tryReadLock()J", true),
          stamped("unlock(J)V", false),
          stamped("unlockWrite(J)V", false),
          stamped("unlockRead(J)V", false),
          semaphore("acquire()V", true),
          semaphore("acquireUninterruptibly()V", true),
          semaphore("tryAcquire()Z", true),
          semaphore("release()V", false),
          semaphore("release(I)V", false),
          condition("await()V"),
          condition("awaitUninterruptibly()V"),
          condition("await(" + TIMED + ")Z"),
          condition("awaitNanos(J)J"),
          condition("awaitUntil(Ljava/util/Date;)Z"),
          condition("signal()V"),
          condition("signalAll()V"),
          Map.entry("java/lang/Thread.join(J)V", new Substitute("ThreadHooks", false)),
          timedTry("Lock"),
          timedTry("ReentrantLock"),
          timedTry("ReentrantReadWriteLock$ReadLock"),
          timedTry("ReentrantReadWriteLock$WriteLock"));

  private final ClassNode type;
  private final MethodNode method;
  private int line;

  CallSites(ClassNode type, MethodNode method) {
    this.type = type;
    this.method = method;
  }

  private static Map.Entry<String, Substitute> stamped(String call, boolean site) {
    return Map.entry(JUC + "locks/StampedLock." + call, new Substitute("StampHooks", site));
  }

  private static Map.Entry<String, Substitute> semaphore(String call, boolean site) {
    return Map.entry(JUC + "Semaphore." + call, new Substitute("SemaphoreHooks", site));
  }

  private static Map.Entry<String, Substitute> condition(String call) {
    return Map.entry(JUC + "locks/Condition." + call, new Substitute("WaitHooks", false));
  }

  private static Map.Entry<String, Substitute> timedTry(String owner) {
    return Map.entry(
        JUC + "locks/" + owner + ".tryLock(" + TIMED + ")Z", new Substitute("LockHooks", true));
  }

  /** Returns whether there was anything to weave. */
  boolean weave() {
    boolean changed = false;
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (at instanceof LineNumberNode number) {
        line = number.line;
      } else if (at.getOpcode() == MONITORENTER) {
        around(at, MONITORS);
        changed = true;
      } else if (at.getOpcode() == MONITOREXIT) {
        before(at, MONITORS, "release");
        changed = true;
      } else if (at instanceof MethodInsnNode call
          && call.getOpcode() != INVOKESTATIC
          && call.getOpcode() != INVOKESPECIAL) {
        changed |= weave(call);
      }
    }
    return changed;
  }

  private boolean weave(MethodInsnNode call) {
    String signature = call.name + call.desc;
    Substitute substitute = SUBSTITUTES.get(call.owner + '.' + signature);
    if (substitute != null) {
      substitute(call, HOOKS + substitute.hook(), call.name, call.owner, substitute.site());
      return true;
    }
    switch (signature) {
      case "wait()V", "wait(J)V", "wait(JI)V" ->
          substitute(call, MONITORS, "await", "java/lang/Object", false);
      case "notify()V", "notifyAll()V" -> before(call, MONITORS, "signal");
      case "lock()V", "lockInterruptibly()V" -> {
        if (isHandshake()) {
          after(call, LOCKS);
        } else {
          around(call, LOCKS);
        }
      }
      case "tryLock()Z" -> tried(call);
      case "unlock()V" -> before(call, LOCKS, "release");
      case "start()V" -> before(call, THREADS, "start");
      case "join()V" -> {
        method.instructions.insertBefore(call, new InsnNode(DUP));
        method.instructions.insert(call, hook(THREADS, "joined", "(Ljava/lang/Object;)V"));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Calls a static method with the same arguments after the receiver, which is the first. */
  private void substitute(
      MethodInsnNode call, String hook, String name, String receiver, boolean site) {
    String first = receiver.startsWith(JUC + "locks/Reentrant") ? JUC + "locks/Lock" : receiver;
    String rest = call.desc.substring(1);
    int end = rest.indexOf(')');
    if (site) {
      method.instructions.insertBefore(call, site());
    }
    String arguments = rest.substring(0, end) + (site ? "I" : "");
    method.instructions.set(
        call, hook(hook, name, "(L" + first + ";" + arguments + rest.substring(end)));
  }

  /** Whether the method takes the lock of the handshake, which every thread is meant to await. */
  private boolean isHandshake() {
    return type.name.equals("sun/security/ssl/SSLSocketImpl")
        && (method.name.equals("ensureNegotiated") || method.name.equals("startHandshake"));
  }

  /** Notes that an instruction has taken a lock; a wait for it is not written. */
  private void after(AbstractInsnNode at, String hooks) {
    method.instructions.insertBefore(at, new InsnNode(DUP));
    InsnList after = new InsnList();
    after.add(site());
    after.add(hook(hooks, "taken", "(Ljava/lang/Object;I)V"));
    method.instructions.insert(at, after);
  }

  /** Asks before an instruction that takes a lock, and notes after it that it has. */
  private void around(AbstractInsnNode at, String hooks) {
    InsnList before = new InsnList();
    before.add(new InsnNode(DUP));
    before.add(site());
    before.add(hook(hooks, "ask", "(Ljava/lang/Object;I)V"));
    method.instructions.insertBefore(at, before);
    after(at, hooks);
  }

  private void tried(AbstractInsnNode at) {
    method.instructions.insertBefore(at, new InsnNode(DUP));
    InsnList after = new InsnList();
    after.add(site());
    after.add(hook(LOCKS, "tried", "(Ljava/lang/Object;ZI)Z"));
    method.instructions.insert(at, after);
  }

  private void before(AbstractInsnNode at, String hooks, String name) {
    InsnList before = new InsnList();
    before.add(new InsnNode(DUP));
    before.add(hook(hooks, name, "(Ljava/lang/Object;)V"));
    method.instructions.insertBefore(at, before);
  }

  private LdcInsnNode site() {
    return new LdcInsnNode(WatchStacks.site(frame(type, method, line)));
  }

  static String frame(ClassNode type, MethodNode method, int line) {
    String file = type.sourceFile == null ? "Unknown Source" : type.sourceFile;
    String place = line > 0 && type.sourceFile != null ? file + ':' + line : file;
    return type.name.replace('/', '.') + '.' + method.name + '(' + place + ')';
  }

  static MethodInsnNode hook(String owner, String name, String descriptor) {
    return new MethodInsnNode(INVOKESTATIC, owner, name, descriptor, false);
  }
}
