package dev.lockjaw.watch.agent;

import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.F_FULL;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V1_5;
import static org.objectweb.asm.Opcodes.V1_6;

import dev.lockjaw.watch.hook.CallHooks;
import dev.lockjaw.watch.hook.MonitorHooks;
import dev.lockjaw.watch.hook.WatchStacks;
import java.util.Optional;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Weaves the beginning and the ends of one method, normal and not: those of synchronized methods,
 * and those of {@link WatchedMethods}.
 */
final class MethodBounds {
  private static final String MONITORS = Type.getInternalName(MonitorHooks.class);
  private static final String CALLS = Type.getInternalName(CallHooks.class);
  private static final String ENTER = "(Ljava/lang/Object;I)V";

  private final ClassNode type;
  private final MethodNode method;

  MethodBounds(ClassNode type, MethodNode method) {
    this.type = type;
    this.method = method;
  }

  /** Returns whether there was anything to weave. */
  boolean weave() {
    boolean changed = false;
    Optional<WatchedMethods.Bounds> bounds = WatchedMethods.of(type, method);
    if (bounds.isPresent()) {
      InsnList enter = self();
      bounds
          .get()
          .outer()
          .ifPresent(outer -> enter.add(new FieldInsnNode(GETFIELD, type.name, "this$0", outer)));
      enter.add(new LdcInsnNode(bounds.get().number()));
      enter.add(CallSites.hook(CALLS, bounds.get().hook(), ENTER));
      bound(enter, CALLS, "leave");
      changed = true;
    }
    if ((method.access & ACC_SYNCHRONIZED) != 0
        && ((method.access & ACC_STATIC) == 0 || (type.version & 0xFFFF) >= V1_5)) {
      InsnList enter = self();
      enter.add(new LdcInsnNode(WatchStacks.site(CallSites.frame(type, method, firstLine()))));
      enter.add(CallSites.hook(MONITORS, "method", ENTER));
      bound(enter, MONITORS, "leaveMethod");
      changed = true;
    }
    return changed;
  }

  private InsnList self() {
    InsnList self = new InsnList();
    if ((method.access & ACC_STATIC) != 0) {
      self.add(new LdcInsnNode(Type.getObjectType(type.name)));
    } else {
      self.add(new VarInsnNode(ALOAD, 0));
    }
    return self;
  }

  private int firstLine() {
    for (AbstractInsnNode at : method.instructions) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }

  private void bound(InsnList enter, String hooks, String leave) {
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (at.getOpcode() >= IRETURN && at.getOpcode() <= RETURN) {
        method.instructions.insertBefore(at, CallSites.hook(hooks, leave, "()V"));
      }
    }
    InsnList first = new InsnList();
    if (firstLine() > 0) { // else the hook's frame has no line
      LabelNode entry = new LabelNode();
      first.add(entry);
      first.add(new LineNumberNode(firstLine(), entry));
    }
    first.add(enter);
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    first.add(start);
    method.instructions.insert(first);
    InsnList handler = new InsnList();
    handler.add(end);
    if ((type.version & 0xFFFF) >= V1_6) {
      handler.add(new FrameNode(F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"}));
    }
    handler.add(CallSites.hook(hooks, leave, "()V"));
    handler.add(new InsnNode(ATHROW));
    method.instructions.add(handler);
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
  }
}
