package dev.lockjaw.weave;

import static dev.lockjaw.weave.MethodCode.push;

import dev.lockjaw.woven.calls.New;
import dev.lockjaw.woven.net.Networks;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Makes calls of static methods of constructors' calls, where what is made depends on the run. Not
 * where code branches among the arguments: there, frames speak of an object that is not made yet.
 */
final class Makers {
  private static final Map<String, Method> MAKERS = new HashMap<>();

  static {
    for (Class<?> holder : Networks.MAKERS) {
      for (Method method : holder.getDeclaredMethods()) {
        New made = method.getAnnotation(New.class);
        if (made != null) {
          String all = Type.getMethodDescriptor(method);
          String takes = all.substring(0, all.indexOf("I)")) + ")V";
          MAKERS.put(Type.getInternalName(made.value()) + takes, method);
        }
      }
    }
  }

  private final MethodCode code;

  Makers(MethodCode code) {
    this.code = code;
  }

  /** Replaces what there is of them in the method. */
  void replace() {
    Deque<TypeInsnNode> making = new ArrayDeque<>();
    for (AbstractInsnNode at : code.instructions.toArray()) {
      if (at instanceof LineNumberNode number) {
        code.line = number.line;
      } else if (at.getOpcode() == Opcodes.NEW) {
        making.push((TypeInsnNode) at);
      } else if (at instanceof MethodInsnNode call
          && call.name.equals("<init>")
          && !making.isEmpty()
          && making.peek().desc.equals(call.owner)) {
        replace(making.pop(), call);
      }
    }
  }

  private void replace(TypeInsnNode made, MethodInsnNode call) {
    Method maker = MAKERS.get(call.owner + call.desc);
    AbstractInsnNode copied = made.getNext();
    if (maker == null || copied.getOpcode() != Opcodes.DUP || branches(copied, call)) {
      return;
    }
    code.instructions.remove(made);
    code.instructions.remove(copied);
    InsnList before = new InsnList();
    push(before, code.site(-1, "make a " + MethodCode.simple(call.owner), ""));
    code.instructions.insertBefore(call, before);
    code.instructions.set(
        call,
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Type.getInternalName(maker.getDeclaringClass()),
            maker.getName(),
            Type.getMethodDescriptor(maker)));
  }

  private static boolean branches(AbstractInsnNode from, AbstractInsnNode to) {
    for (AbstractInsnNode at = from; at != to; at = at.getNext()) {
      if (at instanceof FrameNode) {
        return true;
      }
    }
    return false;
  }
}
