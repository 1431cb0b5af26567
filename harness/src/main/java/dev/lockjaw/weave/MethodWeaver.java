package dev.lockjaw.weave;

import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Sites;
import dev.lockjaw.woven.Woven;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
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
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Weaves one method. The calls that it adds branch nowhere, so that all stack frames hold. */
final class MethodWeaver {
  private static final String WOVEN = Type.getInternalName(Woven.class);

  private final ClassNode type;
  private final MethodNode method;
  private final Hierarchy hierarchy;
  private final Predicate<String> woven;
  private final ToIntFunction<String> places;
  private final InsnList code;
  private int line;
  private int locals;

  /** In a constructor before the call of another one: how many objects are being made. */
  private int making;

  private boolean constructed;

  MethodWeaver(
      ClassNode type,
      MethodNode method,
      Hierarchy hierarchy,
      Predicate<String> woven,
      ToIntFunction<String> places) {
    this.type = type;
    this.method = method;
    this.hierarchy = hierarchy;
    this.woven = woven;
    this.places = places;
    this.code = method.instructions;
    this.locals = method.maxLocals;
    this.constructed = !method.name.equals("<init>");
  }

  void weave() {
    for (AbstractInsnNode at : code.toArray()) {
      if (at instanceof LineNumberNode number) {
        line = number.line;
      } else if (at instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
        making++;
        made.desc = StandIns.of(made.desc);
      } else if (at instanceof FieldInsnNode field) {
        if (constructed) {
          field(field);
        }
      } else if (at instanceof MethodInsnNode call) {
        call(call);
      } else if (at instanceof InsnNode) {
        plain(at);
      }
    }
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      synchronizeBody();
    }
    if (method.name.equals("<clinit>")) {
      quietly();
    }
    method.maxLocals = locals;
  }

  // ---- fields ----

  private void field(FieldInsnNode field) {
    Optional<Hierarchy.Field> declared = hierarchy.field(field.owner, field.name);
    if (field.name.contains("$") || declared.map(f -> f.is(Opcodes.ACC_FINAL)).orElse(false)) {
      return;
    }
    boolean isStatic =
        field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
    boolean writes =
        field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC;
    String owner = declared.map(Hierarchy.Field::owner).orElse(field.owner);
    int site =
        site(
            places.applyAsInt(owner + '.' + field.name),
            Act.Kind.WORD,
            (writes ? "write " : "read ") + field.name,
            field.name);
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
      code.insertBefore(field, before);
    } else {
      code.insertBefore(field, before);
      code.insert(field, says);
    }
  }

  private static String shown(Type value) {
    return switch (value.getSort()) {
      case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
      case Type.BYTE, Type.SHORT, Type.CHAR -> "I";
      default -> value.getDescriptor();
    };
  }

  // ---- arrays, monitors ----

  private void plain(AbstractInsnNode at) {
    int opcode = at.getOpcode();
    InsnList before = new InsnList();
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      add(before, Opcodes.DUP2);
      push(before, site(-1, Act.Kind.WORD, "read an element", ""));
      hook(before, "load", "(Ljava/lang/Object;II)V");
    } else if (opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE) {
      add(before, Opcodes.DUP2_X2, Opcodes.POP2, Opcodes.DUP2);
      push(before, site(-1, Act.Kind.WORD, "write an element", ""));
      hook(before, "store", "(Ljava/lang/Object;II)V");
      add(before, Opcodes.DUP2_X2, Opcodes.POP2);
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      add(before, Opcodes.DUP_X2, Opcodes.POP, Opcodes.DUP2);
      push(before, site(-1, Act.Kind.WORD, "write an element", ""));
      hook(before, "store", "(Ljava/lang/Object;II)V");
      add(before, Opcodes.DUP2_X1, Opcodes.POP2);
    } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
      boolean enters = opcode == Opcodes.MONITORENTER;
      String object = enters ? monitorName(at) : "";
      add(before, Opcodes.DUP);
      push(
          before,
          site(
              -1,
              enters ? Act.Kind.LOCK : Act.Kind.UNLOCK,
              enters ? lockText(object) : "unlock",
              object));
      hook(before, enters ? "enter" : "exit", "(Ljava/lang/Object;I)V");
    }
    if (before.size() > 0) {
      code.insertBefore(at, before);
    }
  }

  private static String lockText(String object) {
    return object.isEmpty() ? "lock a monitor" : "lock the monitor of " + object;
  }

  /** The name that what {@code synchronized} stands before has in the code. */
  private String monitorName(AbstractInsnNode enter) {
    AbstractInsnNode at = before(enter);
    while (at != null
        && (at.getOpcode() == Opcodes.DUP
            || at instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE)) {
      at = before(at);
    }
    return name(at);
  }

  private String name(AbstractInsnNode at) {
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
            && (method.access & Opcodes.ACC_STATIC) == 0;
    return self ? simple(type.name) : "";
  }

  private static AbstractInsnNode before(AbstractInsnNode at) {
    AbstractInsnNode before = at == null ? null : at.getPrevious();
    while (before != null && before.getOpcode() < 0) {
      before = before.getPrevious();
    }
    return before;
  }

  /** What ACC_SYNCHRONIZED stands for, in the body, where it can be hooked. */
  private void synchronizeBody() {
    method.access &= ~Opcodes.ACC_SYNCHRONIZED;
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    String object = simple(type.name) + (isStatic ? ".class" : "");
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode handler = new LabelNode();
    line = firstLine();
    int enter = site(-1, Act.Kind.LOCK, lockText(object), object);
    int exit = site(-1, Act.Kind.UNLOCK, "unlock", object);
    for (AbstractInsnNode at : code.toArray()) {
      if (at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.RETURN) {
        InsnList leave = new InsnList();
        monitor(leave, isStatic, "exit", exit, Opcodes.MONITOREXIT);
        code.insertBefore(at, leave);
      }
    }
    InsnList prologue = new InsnList();
    if (line > 0) {
      LabelNode first = new LabelNode();
      prologue.add(first);
      prologue.add(new LineNumberNode(line, first));
    }
    monitor(prologue, isStatic, "enter", enter, Opcodes.MONITORENTER);
    prologue.add(start);
    code.insert(prologue);
    code.add(end);
    code.add(handler);
    code.add(
        new FrameNode(
            Opcodes.F_FULL,
            isStatic ? 0 : 1,
            isStatic ? new Object[0] : new Object[] {type.name},
            1,
            new Object[] {"java/lang/Throwable"}));
    InsnList leave = new InsnList();
    monitor(leave, isStatic, "exit", exit, Opcodes.MONITOREXIT);
    code.add(leave);
    code.add(new InsnNode(Opcodes.ATHROW));
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
    for (AbstractInsnNode at : code) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }

  /** A class initialiser has no points: whichever thread comes first runs it. */
  private void quietly() {
    for (AbstractInsnNode at : code.toArray()) {
      if (at.getOpcode() == Opcodes.RETURN) {
        InsnList leave = new InsnList();
        hook(leave, "initialised", "()V");
        code.insertBefore(at, leave);
      }
    }
    InsnList enter = new InsnList();
    hook(enter, "initialises", "()V");
    code.insert(enter);
  }

  // ---- calls ----

  private void call(MethodInsnNode call) {
    if (call.getOpcode() == Opcodes.INVOKESPECIAL && call.name.equals("<init>")) {
      if (making == 0) {
        constructed = true;
        return;
      }
      making--;
      call.owner = StandIns.of(call.owner);
      if (constructed && !woven.test(call.owner)) {
        withArguments(call, "argument");
      }
      return;
    }
    if (!constructed || call.owner.startsWith("[")) {
      return;
    }
    String owner = hierarchy.declaring(call.owner, call.name + call.desc);
    boolean special = call.getOpcode() == Opcodes.INVOKESPECIAL;
    if (woven.test(owner)) {
      return;
    }
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    Optional<Replacements.Hook> hook =
        special ? Optional.empty() : Replacements.of(owner, call.name, call.desc, isStatic);
    if (hook.isPresent()) {
      replace(call, hook.get(), isStatic);
      return;
    }
    switch (Effects.of(owner, call.name, call.desc, isStatic)) {
      case NONE -> {}
      case READS -> withReceiver(call, "reads");
      case WRITES -> withReceiver(call, "writes");
      case VIEWS -> view(call);
      case ARGUMENTS -> withArguments(call, "argument");
      case PASSES -> {
        if (isStatic) {
          withArguments(call, "argument");
        } else {
          withReceiver(call, "passes");
        }
      }
      case UNKNOWN -> {
        if (isStatic) {
          touchesAnything(call);
        } else {
          withReceiver(call, "touches");
        }
      }
    }
  }

  /** Whether a call by reference has to be spelled out. */
  static boolean touchesAnything(String owner, String name, String descriptor, int tag) {
    boolean isStatic = tag == Opcodes.H_INVOKESTATIC;
    return Replacements.of(owner, name, descriptor, isStatic).isPresent()
        || Effects.of(owner, name, descriptor, isStatic) != Effects.NONE;
  }

  private void replace(MethodInsnNode call, Replacements.Hook hook, boolean isStatic) {
    String object = "";
    if (!isStatic && Type.getArgumentTypes(call.desc).length == 0) {
      AbstractInsnNode receiver = before(call);
      object = receiver instanceof VarInsnNode ? "" : name(receiver);
    }
    InsnList before = new InsnList();
    push(before, site(-1, text(call, object), object));
    code.insertBefore(call, before);
    code.set(
        call,
        new MethodInsnNode(Opcodes.INVOKESTATIC, hook.owner(), hook.name(), hook.descriptor()));
  }

  private static String text(MethodInsnNode call, String object) {
    return (object.isEmpty() ? simple(call.owner) : object) + '.' + call.name;
  }

  private void touchesAnything(MethodInsnNode call) {
    InsnList before = new InsnList();
    push(before, site(-1, "call " + simple(call.owner) + '.' + call.name, ""));
    hook(before, "touches", "(I)V");
    code.insertBefore(call, before);
  }

  /** Puts a hook before a call that gets the receiver from under the arguments. */
  private void withReceiver(MethodInsnNode call, String hook) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    String object = "";
    if (arguments.length == 0) {
      AbstractInsnNode receiver = before(call);
      object = receiver instanceof VarInsnNode ? "" : name(receiver);
    }
    InsnList before = new InsnList();
    int top = method.maxLocals;
    int[] at = new int[arguments.length];
    for (int i = arguments.length - 1; i >= 0; i--) {
      at[i] = top;
      before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), top));
      top += arguments[i].getSize();
    }
    locals = Math.max(locals, top);
    int site = site(-1, "call " + text(call, object), object);
    add(before, Opcodes.DUP);
    push(before, site);
    hook(before, hook, "(Ljava/lang/Object;I)V");
    String each = hook.equals("passes") ? "passes" : "argument";
    lookInto(before, call, arguments, at, each, site);
    restore(before, arguments, at);
    code.insertBefore(call, before);
  }

  /** Puts a hook before a call for each argument that it may look into. */
  private void withArguments(MethodInsnNode call, String hook) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    if (Stream.of(arguments).noneMatch(argument -> Effects.looksInto(argument, call.name))) {
      return;
    }
    InsnList before = new InsnList();
    int top = method.maxLocals;
    int[] at = new int[arguments.length];
    for (int i = arguments.length - 1; i >= 0; i--) {
      at[i] = top;
      before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), top));
      top += arguments[i].getSize();
    }
    locals = Math.max(locals, top);
    int site = site(-1, "call " + simple(call.owner) + '.' + call.name, "");
    lookInto(before, call, arguments, at, hook, site);
    restore(before, arguments, at);
    code.insertBefore(call, before);
  }

  private static void lookInto(
      InsnList before, MethodInsnNode call, Type[] arguments, int[] at, String hook, int site) {
    for (int i = 0; i < arguments.length; i++) {
      if (Effects.looksInto(arguments[i], call.name)) {
        before.add(new VarInsnNode(Opcodes.ALOAD, at[i]));
        push(before, site);
        boolean reads = Effects.onlyReads(call.name) || call.name.equals("arraycopy") && i == 0;
        hook(
            before,
            hook.equals("passes") ? hook : reads ? "readsArgument" : "writesArgument",
            "(Ljava/lang/Object;I)V");
      }
    }
  }

  private static void restore(InsnList before, Type[] arguments, int[] at) {
    for (int i = 0; i < arguments.length; i++) {
      before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), at[i]));
    }
  }

  /** A call without arguments, or with values alone, whose result stands for the receiver. */
  private void view(MethodInsnNode call) {
    if (Type.getArgumentTypes(call.desc).length > 0
        || Type.getReturnType(call.desc).getSort() != Type.OBJECT) {
      withReceiver(call, "touches");
      return;
    }
    withReceiver(call, "reads");
    // receiver, receiver -> receiver, view -> view, receiver -> view
    code.insertBefore(call, new InsnNode(Opcodes.DUP));
    InsnList after = new InsnList();
    add(after, Opcodes.SWAP);
    hook(after, "view", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    after.add(new TypeInsnNode(Opcodes.CHECKCAST, Type.getReturnType(call.desc).getInternalName()));
    code.insert(call, after);
  }

  // ---- the rest ----

  private int site(int place, String what, String object) {
    return site(place, Act.Kind.OTHER, what, object);
  }

  private int site(int place, Act.Kind kind, String what, String object) {
    return Sites.add(place, kind, simple(type.name), method.name, line, what, object).id();
  }

  private static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }

  private static void add(InsnList into, int... opcodes) {
    for (int opcode : opcodes) {
      into.add(new InsnNode(opcode));
    }
  }

  private static void push(InsnList into, int number) {
    into.add(new LdcInsnNode(number));
  }

  private static void hook(InsnList into, String name, String descriptor) {
    into.add(new MethodInsnNode(Opcodes.INVOKESTATIC, WOVEN, name, descriptor));
  }

  static Handle handle(Replacements.Hook hook) {
    return new Handle(Opcodes.H_INVOKESTATIC, hook.owner(), hook.name(), hook.descriptor(), false);
  }
}
