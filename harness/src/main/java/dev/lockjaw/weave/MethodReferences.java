package dev.lockjaw.weave;

import dev.lockjaw.mark.LambdaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns references to methods that are not woven, such as {@code lock::unlock}, into lambdas, so
 * that the calls are in woven code.
 */
final class MethodReferences {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  private MethodReferences() {}

  static void spellOut(ClassNode type, Hierarchy hierarchy, Predicate<String> woven) {
    List<MethodNode> added = new ArrayList<>();
    for (MethodNode method : type.methods) {
      int line = 0;
      for (AbstractInsnNode at : method.instructions) {
        if (at instanceof LineNumberNode number) {
          line = number.line;
        } else if (at instanceof InvokeDynamicInsnNode call
            && call.bsm.getOwner().equals(FACTORY)
            && call.bsm.getName().equals("metafactory")
            && call.bsmArgs[1] instanceof Handle to
            && isForeign(to, type, woven)) {
          MethodNode lambda = lambda(type, method, to, line, added.size());
          added.add(lambda);
          boolean inInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
          call.bsmArgs[1] =
              new Handle(Opcodes.H_INVOKESTATIC, type.name, lambda.name, lambda.desc, inInterface);
        }
      }
    }
    type.methods.addAll(added);
  }

  private static boolean isForeign(Handle to, ClassNode type, Predicate<String> woven) {
    return !to.getOwner().equals(type.name)
        && to.getTag() != Opcodes.H_INVOKESPECIAL
        && !to.getOwner().startsWith("[")
        && !woven.test(to.getOwner())
        && (to.getTag() == Opcodes.H_NEWINVOKESPECIAL
            || CallWeaver.touchesAnything(to.getOwner(), to.getName(), to.getDesc(), to.getTag()));
  }

  private static MethodNode lambda(ClassNode type, MethodNode in, Handle to, int line, int number) {
    boolean makes = to.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    boolean isStatic = to.getTag() == Opcodes.H_INVOKESTATIC;
    Type receiver = Type.getObjectType(to.getOwner());
    List<Type> arguments = new ArrayList<>();
    if (!makes && !isStatic) {
      arguments.add(receiver);
    }
    arguments.addAll(List.of(Type.getArgumentTypes(to.getDesc())));
    Type result = makes ? receiver : Type.getReturnType(to.getDesc());
    MethodNode lambda =
        new MethodNode(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            LambdaNames.woven(in.name, number),
            Type.getMethodDescriptor(result, arguments.toArray(new Type[0])),
            null,
            null);
    if (line > 0) {
      LabelNode label = new LabelNode();
      lambda.instructions.add(label);
      lambda.instructions.add(new LineNumberNode(line, label));
    }
    if (makes) {
      lambda.instructions.add(new TypeInsnNode(Opcodes.NEW, to.getOwner()));
      lambda.instructions.add(new InsnNode(Opcodes.DUP));
    }
    int local = 0;
    for (Type argument : arguments) {
      lambda.instructions.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), local));
      local += argument.getSize();
    }
    int opcode =
        switch (to.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          default -> Opcodes.INVOKEVIRTUAL;
        };
    lambda.instructions.add(
        new MethodInsnNode(opcode, to.getOwner(), to.getName(), to.getDesc(), to.isInterface()));
    lambda.instructions.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
    lambda.maxLocals = local;
    lambda.maxStack = local + 2;
    return lambda;
  }
}
