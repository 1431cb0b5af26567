package dev.lockjaw.weave;

import static dev.lockjaw.weave.MethodCode.add;
import static dev.lockjaw.weave.MethodCode.hook;
import static dev.lockjaw.weave.MethodCode.push;
import static dev.lockjaw.weave.MethodCode.simple;

import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Memory;
import dev.lockjaw.woven.Sites;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Weaves one method. The calls that it adds branch nowhere, so that all stack frames hold. */
final class MethodWeaver {
  private final ClassNode type;
  private final MethodNode method;
  private final Hierarchy hierarchy;
  private final ToIntFunction<String> places;
  private final MethodCode code;
  private final InsnList instructions;
  private final CallWeaver calls;
  private final boolean network;

  /** In a constructor before the call of another one: how many objects are being made. */
  private int making;

  private boolean constructed;

  /** Those that lie before where the weaver is. */
  private final Set<LabelNode> passed = new HashSet<>();

  MethodWeaver(
      ClassNode type,
      MethodNode method,
      Hierarchy hierarchy,
      Predicate<String> woven,
      ToIntFunction<String> places,
      boolean network) {
    this.network = network;
    this.type = type;
    this.method = method;
    this.hierarchy = hierarchy;
    this.places = places;
    this.code = new MethodCode(type, method);
    this.instructions = method.instructions;
    this.calls = new CallWeaver(code, hierarchy, woven, network);
    this.constructed = !method.name.equals("<init>");
  }

  void weave() {
    if (network) {
      new Makers(code).replace();
    }
    for (AbstractInsnNode at : instructions.toArray()) {
      if (at instanceof LineNumberNode number) {
        code.line = number.line;
      } else if (at instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
        making++;
        made.desc = StandIns.of(made.desc);
      } else if (at instanceof FieldInsnNode field) {
        if (constructed) {
          field(field);
        }
      } else if (at instanceof MethodInsnNode call) {
        call(call);
      } else if (at instanceof LabelNode label) {
        passed.add(label);
      } else if (at instanceof JumpInsnNode jump) {
        jump(jump);
      } else if (at instanceof InsnNode) {
        plain(at);
      }
    }
    Handlers.weave(method);
    if (code.is(Opcodes.ACC_SYNCHRONIZED)) {
      synchronizeBody();
    }
    if (method.name.equals("<clinit>")) {
      quietly();
    }
    code.finish();
  }

  /** Makes a call of the superclass one of what is extended instead. */
  private void above(MethodInsnNode call) {
    if (call.getOpcode() == Opcodes.INVOKESPECIAL
        && StandIns.above(call.owner).equals(type.superName)) {
      call.owner = type.superName;
    }
  }

  private void call(MethodInsnNode call) {
    if (call.getOpcode() != Opcodes.INVOKESPECIAL || !call.name.equals("<init>")) {
      if (constructed && !call.owner.startsWith("[")) {
        calls.call(call);
      } else if (call.getOpcode() == Opcodes.INVOKESTATIC) {
        calls.replaced(call); // as an argument of the other constructor
      }
      above(call);
    } else if (making == 0) {
      constructed = true; // it has called another constructor of its own object
      above(call);
    } else {
      making--;
      call.owner = StandIns.of(call.owner);
      if (constructed) {
        calls.constructor(call);
      }
    }
  }

  // ---- fields ----

  private void field(FieldInsnNode field) {
    Optional<Hierarchy.Field> declared = hierarchy.field(field.owner, field.name);
    if (declared.map(f -> f.is(Opcodes.ACC_FINAL) || f.is(Opcodes.ACC_SYNTHETIC)).orElse(false)) {
      return;
    }
    boolean isStatic =
        field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
    boolean writes =
        field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC;
    String owner = declared.map(Hierarchy.Field::owner).orElse(field.owner);
    int site =
        code.site(
            places.applyAsInt(owner + '.' + field.name),
            Act.Kind.WORD,
            (writes ? "write " : "read ") + field.name,
            field.name);
    // a field of a class that is not to be read may be volatile
    boolean plain = declared.map(f -> !f.is(Opcodes.ACC_VOLATILE)).orElse(false);
    Memory memory =
        writes ? plain ? Memory.WRITE : Memory.RELEASE : plain ? Memory.READ : Memory.ACQUIRE;
    Sites.mean(site, memory, simple(owner) + '.' + field.name, false);
    Type value = Type.getType(field.desc);
    InsnList before = new InsnList();
    if (isStatic) {
      push(before, site);
      hook(before, writes ? "writeStatic" : "readStatic", "(I)V");
    } else if (!writes) {
      add(before, Opcodes.DUP);
      push(before, site);
      hook(before, "read", "(Ljava/lang/Object;I)V");
    } else if (value.getSize() == 1) {
      add(before, Opcodes.DUP2, Opcodes.POP);
      push(before, site);
      hook(before, "write", "(Ljava/lang/Object;I)V");
    } else {
      add(before, Opcodes.DUP2_X1, Opcodes.POP2, Opcodes.DUP_X2);
      push(before, site);
      hook(before, "write", "(Ljava/lang/Object;I)V");
      // what is below is the value, and above it the owner's copy is gone: put it back in order
    }
    InsnList says = new InsnList();
    add(says, value.getSize() == 1 ? Opcodes.DUP : Opcodes.DUP2);
    hook(says, "value", "(" + shown(value) + ")V");
    if (writes) {
      before.add(says);
      instructions.insertBefore(field, before);
    } else {
      instructions.insertBefore(field, before);
      instructions.insert(field, says);
    }
  }

  private static String shown(Type value) {
    return switch (value.getSort()) {
      case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
      case Type.BYTE, Type.SHORT, Type.CHAR -> "I";
      default -> value.getDescriptor();
    };
  }

  // ---- loops ----

  private void jump(JumpInsnNode jump) {
    if (passed.contains(jump.label)) {
      InsnList before = new InsnList();
      hook(before, "loops", "()V");
      instructions.insertBefore(jump, before);
    }
  }

  // ---- arrays, monitors ----

  private void plain(AbstractInsnNode at) {
    int opcode = at.getOpcode();
    InsnList before = new InsnList();
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      add(before, Opcodes.DUP2);
      push(before, code.site(-1, Act.Kind.WORD, "read an element", ""));
      hook(before, "load", "(Ljava/lang/Object;II)V");
    } else if (opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE) {
      add(before, Opcodes.DUP2_X2, Opcodes.POP2, Opcodes.DUP2);
      push(before, code.site(-1, Act.Kind.WORD, "write an element", ""));
      hook(before, "store", "(Ljava/lang/Object;II)V");
      add(before, Opcodes.DUP2_X2, Opcodes.POP2);
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      add(before, Opcodes.DUP_X2, Opcodes.POP, Opcodes.DUP2);
      push(before, code.site(-1, Act.Kind.WORD, "write an element", ""));
      hook(before, "store", "(Ljava/lang/Object;II)V");
      add(before, Opcodes.DUP2_X1, Opcodes.POP2);
    } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
      boolean enters = opcode == Opcodes.MONITORENTER;
      String object = enters ? monitorName(at) : "";
      add(before, Opcodes.DUP);
      push(
          before,
          code.site(
              -1,
              enters ? Act.Kind.LOCK : Act.Kind.UNLOCK,
              enters ? lockText(object) : "unlock",
              object));
      hook(before, enters ? "enter" : "exit", "(Ljava/lang/Object;I)V");
    }
    if (before.size() > 0) {
      instructions.insertBefore(at, before);
    }
  }

  private static String lockText(String object) {
    return object.isEmpty() ? "lock a monitor" : "lock the monitor of " + object;
  }

  /** The name that what {@code synchronized} stands before has in the code. */
  private String monitorName(AbstractInsnNode enter) {
    AbstractInsnNode at = MethodCode.before(enter);
    while (at != null
        && (at.getOpcode() == Opcodes.DUP
            || at instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE)) {
      at = MethodCode.before(at);
    }
    return code.name(at);
  }

  /** What ACC_SYNCHRONIZED stands for, in the body, where it can be hooked. */
  private void synchronizeBody() {
    method.access &= ~Opcodes.ACC_SYNCHRONIZED;
    boolean isStatic = code.is(Opcodes.ACC_STATIC);
    String object = simple(type.name) + (isStatic ? ".class" : "");
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode handler = new LabelNode();
    code.line = firstLine();
    int enter = code.site(-1, Act.Kind.LOCK, lockText(object), object);
    int exit = code.site(-1, Act.Kind.UNLOCK, "unlock", object);
    for (AbstractInsnNode at : instructions.toArray()) {
      if (at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.RETURN) {
        InsnList leave = new InsnList();
        monitor(leave, isStatic, "exit", exit, Opcodes.MONITOREXIT);
        instructions.insertBefore(at, leave);
      }
    }
    InsnList prologue = new InsnList();
    if (code.line > 0) {
      LabelNode first = new LabelNode();
      prologue.add(first);
      prologue.add(new LineNumberNode(code.line, first));
    }
    monitor(prologue, isStatic, "enter", enter, Opcodes.MONITORENTER);
    prologue.add(start);
    instructions.insert(prologue);
    instructions.add(end);
    instructions.add(handler);
    instructions.add(
        new FrameNode(
            Opcodes.F_FULL,
            isStatic ? 0 : 1,
            isStatic ? new Object[0] : new Object[] {type.name},
            1,
            new Object[] {"java/lang/Throwable"}));
    InsnList leave = new InsnList();
    monitor(leave, isStatic, "exit", exit, Opcodes.MONITOREXIT);
    instructions.add(leave);
    instructions.add(new InsnNode(Opcodes.ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, handler, null));
  }

  private void monitor(InsnList into, boolean isStatic, String hook, int site, int opcode) {
    into.add(
        isStatic
            ? new LdcInsnNode(Type.getObjectType(type.name))
            : new VarInsnNode(Opcodes.ALOAD, 0));
    add(into, Opcodes.DUP);
    push(into, site);
    hook(into, hook, "(Ljava/lang/Object;I)V");
    add(into, opcode);
  }

  private int firstLine() {
    for (AbstractInsnNode at : instructions) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }

  /** A class initialiser has no points: whichever thread comes first runs it. */
  private void quietly() {
    for (AbstractInsnNode at : instructions.toArray()) {
      if (at.getOpcode() == Opcodes.RETURN) {
        InsnList leave = new InsnList();
        hook(leave, "initialised", "()V");
        instructions.insertBefore(at, leave);
      }
    }
    InsnList enter = new InsnList();
    hook(enter, "initialises", "()V");
    instructions.insert(enter);
  }
}
