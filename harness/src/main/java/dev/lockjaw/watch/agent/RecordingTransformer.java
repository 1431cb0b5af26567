package dev.lockjaw.watch.agent;

import dev.lockjaw.watch.hook.MonitorHooks;
import dev.lockjaw.watch.hook.WatchLog;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Weaves classes as they are loaded. A class that it can't weave stays as it is. Any thread. */
final class RecordingTransformer implements ClassFileTransformer {
  private static final ClassLoader OWN = RecordingTransformer.class.getClassLoader();

  /** Whether a loader finds the hooks: some hide classes of the boot loader. */
  private final Map<ClassLoader, Boolean> findsHooks =
      Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
    if (name == null || loader == OWN) {
      return null; // the agent's own classes are loaded while others are woven
    }
    try {
      if (!WatchedClasses.includes(loader, name)) {
        return null;
      }
      byte[] woven = new RecordingWeaver(file).weave();
      if (woven != null && !findsHooks(loader)) {
        WatchLog.notWoven(name.replace('/', '.'), "its class loader hides the hooks");
        return null;
      }
      return woven;
    } catch (RuntimeException | LinkageError | StackOverflowError unable) {
      WatchLog.notWoven(name.replace('/', '.'), unable);
      return null;
    }
  }

  private boolean findsHooks(ClassLoader loader) {
    if (loader == null) {
      return true;
    }
    Boolean known = findsHooks.get(loader);
    if (known == null) {
      try {
        known = Class.forName(MonitorHooks.class.getName(), false, loader) == MonitorHooks.class;
      } catch (ClassNotFoundException | LinkageError hidden) {
        known = false;
      }
      findsHooks.put(loader, known);
    }
    return known;
  }
}
