package dev.lockjaw.weave;

import static dev.lockjaw.weave.MethodCode.add;
import static dev.lockjaw.weave.MethodCode.hook;
import static dev.lockjaw.weave.MethodCode.push;
import static dev.lockjaw.weave.MethodCode.simple;

import dev.lockjaw.woven.Memory;
import dev.lockjaw.woven.Sites;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Weaves the calls in a method. Those of the JDK that {@link Replacements} knows go to Lockjaw
 * instead; before any other call of what is not woven is a hook that says what it may touch ({@link
 * Effects}).
 */
final class CallWeaver {
  private final MethodCode code;
  private final Hierarchy hierarchy;
  private final Predicate<String> woven;
  private final boolean network;

  /**
   * @param network whether runs have a network of their own
   */
  CallWeaver(MethodCode code, Hierarchy hierarchy, Predicate<String> woven, boolean network) {
    this.network = network;
    this.code = code;
    this.hierarchy = hierarchy;
    this.woven = woven;
  }

  /** Weaves the making of an object. */
  void constructor(MethodInsnNode call) {
    if (!woven.test(call.owner)) {
      withArguments(
          call, "argument", index -> Meanings.ofConstructor(call.owner, call.desc, index));
    }
  }

  /** Weaves a call of a method. */
  void call(MethodInsnNode call) {
    String owner = hierarchy.declaring(call.owner, call.name + call.desc);
    boolean special = call.getOpcode() == Opcodes.INVOKESPECIAL;
    if (woven.test(owner) || !special && replaced(call)) {
      return;
    }
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    if (new VariableWeaver(code).call(call)) {
      return;
    }
    Effects effect = Effects.of(owner, call.name, call.desc, isStatic);
    Meaning meaning = Meaning.of(owner, call, effect);
    switch (effect) {
      case NONE -> {
        if (meaning.lingers() && !isStatic) {
          withReceiver(call, "calls", meaning);
        } else if (meaning.receiver() != Memory.NONE) {
          withReceiver(call, "data", meaning);
        }
      }
      case READS -> withReceiver(call, "reads", meaning);
      case WRITES -> {
        withReceiver(call, "writes", meaning);
        VariableWeaver.tried(code, call);
      }
      case VIEWS -> view(call, meaning);
      case ARGUMENTS -> withArguments(call, "argument", meaning.arguments());
      case PASSES -> {
        if (isStatic) {
          withArguments(call, "argument", meaning.arguments());
        } else {
          withReceiver(call, "passes", meaning);
        }
      }
      case UNKNOWN -> {
        if (isStatic) {
          touchesAnything(call, meaning);
        } else {
          withReceiver(call, "touches", meaning);
        }
      }
    }
  }

  /** Makes a call to Lockjaw of one that has a replacement. Returns whether it has one. */
  boolean replaced(MethodInsnNode call) {
    String owner = hierarchy.declaring(call.owner, call.name + call.desc);
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    Optional<Replacements.Hook> hook =
        woven.test(owner)
            ? Optional.empty()
            : Replacements.of(owner, call.name, call.desc, isStatic)
                .filter(one -> network || !one.ofNetwork());
    hook.ifPresent(one -> replace(call, one, isStatic));
    return hook.isPresent();
  }

  /**
   * What a call means to the memory model.
   *
   * @param receiver for the object that it is made on
   * @param arguments for each argument, by its index
   */
  private record Meaning(Memory receiver, boolean lingers, IntFunction<Memory> arguments) {
    static Meaning of(String owner, MethodInsnNode call, Effects effect) {
      return new Meaning(
          Meanings.ofReceiver(owner, call.name, call.desc, effect),
          Meanings.lingers(owner, call.name, call.desc, effect),
          index -> Meanings.ofArgument(owner, call.name, call.desc, index, effect));
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
      AbstractInsnNode receiver = MethodCode.before(call);
      object = receiver instanceof VarInsnNode ? "" : code.name(receiver);
    }
    InsnList before = new InsnList();
    push(before, code.site(-1, text(call, object), object));
    code.instructions.insertBefore(call, before);
    code.instructions.set(
        call,
        new MethodInsnNode(Opcodes.INVOKESTATIC, hook.owner(), hook.name(), hook.descriptor()));
  }

  private static String text(MethodInsnNode call, String object) {
    return (object.isEmpty() ? simple(call.owner) : object) + '.' + call.name;
  }

  private void touchesAnything(MethodInsnNode call, Meaning meaning) {
    InsnList before = new InsnList();
    int site = code.site(-1, "call " + simple(call.owner) + '.' + call.name, "");
    Sites.mean(site, meaning.receiver(), "", meaning.lingers());
    push(before, site);
    hook(before, "touches", "(I)V");
    code.instructions.insertBefore(call, before);
    returns(call, site, meaning);
  }

  /** Puts a hook after a call that may have called back or waited. */
  private void returns(MethodInsnNode call, int site, Meaning meaning) {
    if (meaning.lingers()) {
      InsnList after = new InsnList();
      push(after, site);
      hook(after, "left", "(I)V");
      code.instructions.insert(call, after);
    }
  }

  /** Puts a hook before a call that gets the receiver from under the arguments. */
  private void withReceiver(MethodInsnNode call, String hook, Meaning meaning) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    String object = "";
    if (arguments.length == 0) {
      AbstractInsnNode receiver = MethodCode.before(call);
      object = receiver instanceof VarInsnNode ? "" : code.name(receiver);
    }
    InsnList before = new InsnList();
    int top = code.firstFree();
    int[] at = new int[arguments.length];
    for (int i = arguments.length - 1; i >= 0; i--) {
      at[i] = top;
      before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), top));
      top += arguments[i].getSize();
    }
    code.uses(top);
    int site = code.site(-1, "call " + text(call, object), object);
    Sites.mean(site, meaning.receiver(), object, meaning.lingers());
    add(before, Opcodes.DUP);
    push(before, site);
    hook(before, hook, "(Ljava/lang/Object;I)V");
    if (!hook.equals("calls") && !hook.equals("data")) {
      String each = hook.equals("passes") ? "passes" : "argument";
      lookInto(before, call, arguments, at, each, site, meaning.arguments());
    }
    restore(before, arguments, at);
    code.instructions.insertBefore(call, before);
    returns(call, site, meaning);
  }

  /** Puts a hook before a call for each argument that it may look into. */
  private void withArguments(MethodInsnNode call, String hook, IntFunction<Memory> meaning) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    if (Stream.of(arguments).noneMatch(argument -> Effects.looksInto(argument, call.name))) {
      return;
    }
    InsnList before = new InsnList();
    int top = code.firstFree();
    int[] at = new int[arguments.length];
    for (int i = arguments.length - 1; i >= 0; i--) {
      at[i] = top;
      before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), top));
      top += arguments[i].getSize();
    }
    code.uses(top);
    int site = code.site(-1, "call " + simple(call.owner) + '.' + call.name, "");
    lookInto(before, call, arguments, at, hook, site, meaning);
    restore(before, arguments, at);
    code.instructions.insertBefore(call, before);
  }

  private static void lookInto(
      InsnList before,
      MethodInsnNode call,
      Type[] arguments,
      int[] at,
      String hook,
      int site,
      IntFunction<Memory> meaning) {
    for (int i = 0; i < arguments.length; i++) {
      if (Effects.looksInto(arguments[i], call.name)) {
        before.add(new VarInsnNode(Opcodes.ALOAD, at[i]));
        push(before, Sites.also(site, meaning.apply(i)));
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
  private void view(MethodInsnNode call, Meaning meaning) {
    if (Type.getArgumentTypes(call.desc).length > 0
        || Type.getReturnType(call.desc).getSort() != Type.OBJECT) {
      withReceiver(call, "touches", meaning);
      return;
    }
    withReceiver(call, "reads", meaning);
    // receiver, receiver -> receiver, view -> view, receiver -> view
    code.instructions.insertBefore(call, new InsnNode(Opcodes.DUP));
    InsnList after = new InsnList();
    add(after, Opcodes.SWAP);
    hook(after, "view", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    after.add(new TypeInsnNode(Opcodes.CHECKCAST, Type.getReturnType(call.desc).getInternalName()));
    code.instructions.insert(call, after);
  }
}
