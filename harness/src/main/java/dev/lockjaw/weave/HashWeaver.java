package dev.lockjaw.weave;

import dev.lockjaw.woven.chance.Hashes;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Gives a class that has no {@code hashCode} one that is the same in every run of a schedule. The
 * order of a hash set of its objects depends on it.
 */
final class HashWeaver {
  private static final String FIELD = "$lockjaw$hash";
  private static final String OBJECT = "java/lang/Object";

  private HashWeaver() {}

  static void weave(ClassNode type, Hierarchy hierarchy, Predicate<String> woven) {
    boolean isInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
    boolean has = type.methods.stream().anyMatch(method -> isHash(method));
    if (isInterface
        || has
        || type.superName.equals("java/lang/Record")
        || woven.test(type.superName)
        || !hierarchy.declaring(type.superName, "hashCode()I").equals(OBJECT)) {
      return;
    }
    int hidden = Opcodes.ACC_SYNTHETIC;
    type.fields.add(
        new FieldNode(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | hidden, FIELD, "I", null, null));
    MethodNode hash = new MethodNode(Opcodes.ACC_PUBLIC | hidden, "hashCode", "()I", null, null);
    hash.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    hash.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    hash.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, type.name, FIELD, "I"));
    hash.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    hash.instructions.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Type.getInternalName(Hashes.class),
            "of",
            "(ILjava/lang/Object;)I"));
    hash.instructions.add(new InsnNode(Opcodes.DUP_X1));
    hash.instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, type.name, FIELD, "I"));
    hash.instructions.add(new InsnNode(Opcodes.IRETURN));
    hash.maxLocals = 1;
    hash.maxStack = 4;
    type.methods.add(hash);
  }

  private static boolean isHash(MethodNode method) {
    return method.name.equals("hashCode") && method.desc.equals("()I");
  }
}
