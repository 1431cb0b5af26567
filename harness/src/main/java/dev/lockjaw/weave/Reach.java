package dev.lockjaw.weave;

import dev.lockjaw.mark.LambdaNames;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The methods of a user's classes that some of them can call, and the fields that those use. Too
 * much rather than too little: once an object is made, each of its methods counts as called. What
 * constructors and initialisers do to the fields of their own class is left out.
 */
final class Reach {
  /**
   * How a field is used.
   *
   * @param owner the class that declares it, in internal form
   * @param by a method that uses it, such as {@code LinkTest.check}; one that writes it, if any
   *     does
   */
  record Use(String owner, String field, boolean writes, String by) {}

  private record Call(String owner, String method) {}

  private final UserClasses classes;
  private final Set<String> test;
  private final Map<String, Use> uses = new TreeMap<>();
  private final Set<Call> called = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Deque<Call> toLook = new ArrayDeque<>();

  /**
   * @param test the classes that the test object is of: it is there without being made
   */
  Reach(UserClasses classes, Set<String> test) {
    this.classes = classes;
    this.test = test;
  }

  /** Says that a method is called, by its name and descriptor. */
  void calls(String owner, String method) {
    Optional<ClassNode> declaring = classes.declaring(owner, method);
    declaring.ifPresent(
        type -> {
          Call call = new Call(type.name, method);
          if (called.add(call)) {
            toLook.add(call);
          }
        });
  }

  /** Says that an object of a class is made, or is there. */
  void makes(String type) {
    if (test.contains(type) || !made.add(type)) {
      return;
    }
    for (ClassNode at : classes.withParents(type)) {
      at.methods.stream()
          .filter(method -> (method.access & Opcodes.ACC_STATIC) == 0)
          .filter(method -> !method.name.equals("<init>"))
          .forEach(method -> calls(type, method.name + method.desc));
    }
  }

  /** How fields are used by all that can be called, by owner and name. */
  Map<String, Use> uses() {
    for (Call call = toLook.poll(); call != null; call = toLook.poll()) {
      look(call);
    }
    return uses;
  }

  private void look(Call call) {
    ClassNode type = classes.node(call.owner).orElseThrow();
    for (MethodNode method : type.methods) {
      if (call.method.equals(method.name + method.desc)) {
        method.instructions.forEach(at -> look(at, type, method));
      }
    }
  }

  private void look(AbstractInsnNode at, ClassNode type, MethodNode method) {
    if (at instanceof FieldInsnNode field) {
      use(field, type, method);
    } else if (at instanceof MethodInsnNode call) {
      initialises(call.owner);
      calls(call.owner, call.name + call.desc);
    } else if (at instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
      initialises(made.desc);
      makes(made.desc);
    } else if (at instanceof LdcInsnNode constant && constant.cst instanceof Type named) {
      makes(named.getInternalName()); // perhaps by reflection
    } else if (at instanceof InvokeDynamicInsnNode dynamic) {
      Arrays.stream(dynamic.bsmArgs)
          .filter(Handle.class::isInstance)
          .map(Handle.class::cast)
          .forEach(
              handle -> {
                if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
                  makes(handle.getOwner());
                }
                calls(handle.getOwner(), handle.getName() + handle.getDesc());
              });
    }
  }

  private void initialises(String type) {
    calls(type, "<clinit>()V");
  }

  private void use(FieldInsnNode field, ClassNode type, MethodNode method) {
    boolean isStatic =
        field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
    boolean writes =
        field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC;
    if (isStatic) {
      initialises(field.owner);
    }
    String owner = classes.declaringField(field.owner, field.name).orElse("");
    boolean initial =
        owner.equals(type.name) && method.name.equals(isStatic ? "<clinit>" : "<init>");
    if (owner.isEmpty() || initial) {
      return;
    }
    String by = MethodCode.simple(type.name) + '.' + LambdaNames.enclosing(method.name);
    uses.merge(
        owner + '.' + field.name,
        new Use(owner, field.name, writes, by),
        (known, other) -> known.writes || !other.writes ? known : other);
  }
}
