package dev.lockjaw.weave;

import static dev.lockjaw.weave.MethodCode.add;
import static dev.lockjaw.weave.MethodCode.push;
import static dev.lockjaw.weave.MethodCode.simple;

import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Variables;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Weaves accesses through a VarHandle or a field updater: to the field itself, as any other. */
final class VariableWeaver {
  private static final String VARIABLES = Type.getInternalName(Variables.class);
  private static final String HANDLE = "java/lang/invoke/VarHandle";
  private static final Set<String> UPDATERS =
      Set.of(
          "java/util/concurrent/atomic/AtomicIntegerFieldUpdater",
          "java/util/concurrent/atomic/AtomicLongFieldUpdater",
          "java/util/concurrent/atomic/AtomicReferenceFieldUpdater");
  private static final Set<String> MAKING =
      Set.of("findVarHandle", "findStaticVarHandle", "newUpdater");

  private final MethodCode code;

  VariableWeaver(MethodCode code) {
    this.code = code;
  }

  /**
   * Weaves a call if it is of this sort.
   *
   * @return whether it is
   */
  boolean call(MethodInsnNode call) {
    if (MAKING.contains(call.name)
        && (UPDATERS.contains(call.owner)
            || call.owner.equals("java/lang/invoke/MethodHandles$Lookup"))) {
      made(call);
      return true;
    }
    boolean handle = call.owner.equals(HANDLE) && values(call.name) >= 0;
    boolean updater = UPDATERS.contains(call.owner) && call.getOpcode() != Opcodes.INVOKESTATIC;
    if (call.getOpcode() == Opcodes.INVOKESTATIC || !handle && !updater) {
      return false;
    }
    int of = handle ? Type.getArgumentTypes(call.desc).length - values(call.name) : 1;
    access(call, of > 0);
    return true;
  }

  /**
   * Puts a hook after a call that says whether it has changed anything.
   *
   * @return whether its result shows that
   */
  static boolean tried(MethodCode code, MethodInsnNode call) {
    boolean tries = call.name.contains("ompareAndSet");
    if (tries) {
      InsnList after = new InsnList();
      add(after, Opcodes.DUP);
      hook(after, "tried", "(Z)V");
      code.instructions.insert(call, after);
    }
    return tries;
  }

  /** How many values an access mode takes, besides the place; negative if it is no access mode. */
  private static int values(String mode) {
    if (mode.startsWith("getAnd") || mode.startsWith("set")) {
      return 1;
    }
    if (mode.startsWith("compareAnd") || mode.startsWith("weakCompareAnd")) {
      return 2;
    }
    return mode.matches("get(Volatile|Opaque|Acquire)?") ? 0 : -1;
  }

  private static boolean reads(String mode) {
    return mode.matches("get(Volatile|Opaque|Acquire)?");
  }

  /** Says which field a handle was made for. */
  private void made(MethodInsnNode call) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    InsnList before = new InsnList();
    int[] at = spill(before, arguments);
    restore(before, arguments, at);
    int name = 1;
    for (int i = 0; i < arguments.length; i++) {
      name = arguments[i].getInternalName().equals("java/lang/String") ? i : name;
    }
    code.instructions.insertBefore(call, before);
    InsnList after = new InsnList();
    add(after, Opcodes.DUP);
    after.add(new VarInsnNode(Opcodes.ALOAD, at[0]));
    after.add(new VarInsnNode(Opcodes.ALOAD, at[name]));
    hook(after, "made", "(Ljava/lang/Object;Ljava/lang/Class;Ljava/lang/String;)V");
    code.instructions.insert(call, after);
  }

  private void access(MethodInsnNode call, boolean inObject) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    InsnList before = new InsnList();
    int[] at = spill(before, arguments);
    add(before, Opcodes.DUP);
    before.add(
        inObject ? new VarInsnNode(Opcodes.ALOAD, at[0]) : new InsnNode(Opcodes.ACONST_NULL));
    push(before, code.site(-1, Act.Kind.WORD, simple(call.owner) + '.' + call.name, ""));
    hook(before, reads(call.name) ? "reads" : "writes", "(Ljava/lang/Object;Ljava/lang/Object;I)V");
    restore(before, arguments, at);
    code.instructions.insertBefore(call, before);
    if (!tried(code, call)) {
      compared(call, arguments, at);
    }
  }

  /** The same for a call that returns what was there before. */
  private void compared(MethodInsnNode call, Type[] arguments, int[] at) {
    boolean swaps = call.name.startsWith("getAndSet");
    if (!swaps && !call.name.startsWith("compareAndExchange")) {
      return;
    }
    int with = arguments.length - (swaps ? 1 : 2);
    String returned = word(Type.getReturnType(call.desc));
    if (returned.isEmpty() || !returned.equals(word(arguments[with]))) {
      return;
    }
    InsnList after = new InsnList();
    add(after, returned.equals("J") ? Opcodes.DUP2 : Opcodes.DUP);
    after.add(new VarInsnNode(arguments[with].getOpcode(Opcodes.ILOAD), at[with]));
    hook(after, swaps ? "swapped" : "exchanged", '(' + returned + returned + ")V");
    code.instructions.insert(call, after);
  }

  /** What a value is on the stack; empty for what is not compared. */
  private static String word(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> "I";
      case Type.LONG -> "J";
      case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
      default -> "";
    };
  }

  private int[] spill(InsnList into, Type[] arguments) {
    int top = code.firstFree();
    int[] at = new int[arguments.length];
    for (int i = arguments.length - 1; i >= 0; i--) {
      at[i] = top;
      into.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), top));
      top += arguments[i].getSize();
    }
    code.uses(top);
    return at;
  }

  private static void restore(InsnList into, Type[] arguments, int[] at) {
    for (int i = 0; i < arguments.length; i++) {
      into.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), at[i]));
    }
  }

  private static void hook(InsnList into, String name, String descriptor) {
    into.add(new MethodInsnNode(Opcodes.INVOKESTATIC, VARIABLES, name, descriptor));
  }
}
