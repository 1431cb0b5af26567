package dev.lockjaw.weave;

import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Sites;
import dev.lockjaw.woven.Woven;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The code of a method while it is woven: the line that the weaver is at, the names that the code
 * gives to what it does, and the hooks that are put into it.
 */
final class MethodCode {
  private static final String WOVEN = Type.getInternalName(Woven.class);

  final ClassNode type;
  final MethodNode method;
  final InsnList instructions;

  /** Of the source, where the weaver is; 0 if the class doesn't know. */
  int line;

  private int locals;

  MethodCode(ClassNode type, MethodNode method) {
    this.type = type;
    this.method = method;
    this.instructions = method.instructions;
    this.locals = method.maxLocals;
  }

  /** The first local variable that the method itself has no use for. */
  int firstFree() {
    return method.maxLocals;
  }

  /** Makes room for hooks' local variables below {@code top}. */
  void uses(int top) {
    locals = Math.max(locals, top);
  }

  /** Call it once all is woven. */
  void finish() {
    method.maxLocals = locals;
  }

  boolean is(int modifier) {
    return (method.access & modifier) != 0;
  }

  // ---- names ----

  /** The name that the code gives to what an instruction loads; empty if none. */
  String name(AbstractInsnNode at) {
    if (at instanceof FieldInsnNode field) {
      return simple(field.owner) + '.' + field.name;
    }
    if (at instanceof MethodInsnNode hook && hook.owner.equals(WOVEN)) { // after a field was read
      AbstractInsnNode read = before(before(at));
      return read instanceof FieldInsnNode ? name(read) : "";
    }
    boolean self =
        at instanceof VarInsnNode load
            && load.getOpcode() == Opcodes.ALOAD
            && load.var == 0
            && !is(Opcodes.ACC_STATIC);
    return self ? simple(type.name) : "";
  }

  /** The instruction before one, labels and lines left out; null if there is none. */
  static AbstractInsnNode before(AbstractInsnNode at) {
    AbstractInsnNode before = at == null ? null : at.getPrevious();
    while (before != null && before.getOpcode() < 0) {
      before = before.getPrevious();
    }
    return before;
  }

  // ---- what is put into it ----

  int site(int place, String what, String object) {
    return site(place, Act.Kind.OTHER, what, object);
  }

  /** A site at the current line; a negative place stands for one of its own. */
  int site(int place, Act.Kind kind, String what, String object) {
    StackTraceElement at =
        line > 0
            ? new StackTraceElement(type.name.replace('/', '.'), method.name, type.sourceFile, line)
            : null;
    return Sites.add(place, kind, simple(type.name), method.name, line, what, object, at).id();
  }

  static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }

  static void add(InsnList into, int... opcodes) {
    for (int opcode : opcodes) {
      into.add(new InsnNode(opcode));
    }
  }

  static void push(InsnList into, int number) {
    into.add(new LdcInsnNode(number));
  }

  /** A call of a method of {@link Woven}. */
  static void hook(InsnList into, String name, String descriptor) {
    into.add(new MethodInsnNode(Opcodes.INVOKESTATIC, WOVEN, name, descriptor));
  }
}
