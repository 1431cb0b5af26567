package dev.lockjaw.weave;

import static dev.lockjaw.weave.MethodCode.hook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The handlers of a method that may catch what a run throws so that its threads leave. Those of
 * {@code finally} and {@code synchronized} are let be: they give back what is held.
 */
final class Handlers {
  private static final Set<String> CATCHING = Set.of("java/lang/Throwable", "java/lang/Error");

  private Handlers() {}

  static void weave(MethodNode method) {
    List<TryCatchBlockNode> all = method.tryCatchBlocks;
    Set<LabelNode> handlers = new HashSet<>();
    all.stream()
        .filter(block -> block.type != null && CATCHING.contains(block.type))
        .forEach(block -> handlers.add(block.handler));
    all.stream()
        .filter(block -> block.type == null)
        .forEach(block -> handlers.remove(block.handler));
    for (LabelNode handler : handlers) {
      AbstractInsnNode first = handler;
      while (first.getOpcode() < 0) {
        first = first.getNext();
      }
      InsnList looks = new InsnList();
      looks.add(new InsnNode(Opcodes.DUP));
      hook(looks, "caught", "(Ljava/lang/Throwable;)V");
      method.instructions.insertBefore(first, looks);
    }
  }
}
