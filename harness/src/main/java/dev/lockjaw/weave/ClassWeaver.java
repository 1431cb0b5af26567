package dev.lockjaw.weave;

import dev.lockjaw.woven.Sites;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts scheduling points into class files. Lines, names and stack frames stay as they are; a {@code
 * synchronized} method becomes one whose body is synchronized. One thread at a time.
 */
final class ClassWeaver {
  private static final Set<String> NAMING =
      Set.of("findVarHandle", "findStaticVarHandle", "newUpdater");

  private final Hierarchy hierarchy;
  private final Predicate<String> woven;
  private final boolean network;
  private final List<String> leftOut = new ArrayList<>();

  /**
   * @param hierarchy of the classes that are woven and what they use
   * @param woven whether a class, in internal form, is woven too
   * @param network whether its runs have a network of their own
   */
  ClassWeaver(Hierarchy hierarchy, Predicate<String> woven, boolean network) {
    this.hierarchy = hierarchy;
    this.woven = woven;
    this.network = network;
  }

  /** What could not be woven, each with the reason. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /**
   * Weaves a class.
   *
   * @param file the class file; not changed
   */
  byte[] weave(byte[] file) {
    ClassReader reader = new ClassReader(file);
    List<String> asIs = new ArrayList<>();
    while (true) {
      try {
        return weave(reader, asIs);
      } catch (MethodTooLargeException tooLarge) {
        String method = tooLarge.getMethodName() + tooLarge.getDescriptor();
        if (asIs.contains(method)) {
          throw tooLarge;
        }
        asIs.add(method);
        leftOut(reader, tooLarge.getMethodName(), "too large a method once it is woven");
      }
    }
  }

  private void leftOut(ClassReader reader, String method, String reason) {
    leftOut.add(reader.getClassName().replace('/', '.') + '.' + method + ": " + reason);
  }

  private byte[] weave(ClassReader reader, List<String> asIs) {
    ClassNode type = new ClassNode();
    reader.accept(type, 0);
    boolean frames = (type.version & 0xFFFF) >= Opcodes.V1_7;
    type.superName = StandIns.above(type.superName);
    if (frames) {
      MethodReferences.spellOut(type, hierarchy, woven);
    }
    fieldsByName(type).forEach(field -> Sites.isMet(place(type.name + '.' + field)));
    for (MethodNode method : List.copyOf(type.methods)) {
      if (asIs.isEmpty()) {
        Unmodelled.in(method, hierarchy, network)
            .forEach(call -> leftOut(reader, method.name, call));
      }
      if ((method.access & Opcodes.ACC_NATIVE) != 0 && asIs.isEmpty()) {
        leftOut(reader, method.name, "a native method");
      } else if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0
          && !asIs.contains(method.name + method.desc)) {
        new MethodWeaver(type, method, hierarchy, woven, this::place, network).weave();
      }
    }
    HashWeaver.weave(type, hierarchy, woven);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }

  /**
   * Fields that a class has handles or updaters for which others may use: those say their names
   * alone.
   */
  private static Set<String> fieldsByName(ClassNode type) {
    if (type.fields.stream().noneMatch(ClassWeaver::isOpenHandle)) {
      return Set.of();
    }
    Set<String> texts = new HashSet<>();
    boolean handles = false;
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode at : method.instructions) {
        if (at instanceof LdcInsnNode constant && constant.cst instanceof String text) {
          texts.add(text);
        }
        handles |= at instanceof MethodInsnNode call && NAMING.contains(call.name);
      }
    }
    texts.retainAll(type.fields.stream().map(field -> field.name).toList());
    return handles ? texts : Set.of();
  }

  private static boolean isOpenHandle(FieldNode field) {
    return (field.access & Opcodes.ACC_PRIVATE) == 0
        && (field.desc.endsWith("/VarHandle;") || field.desc.endsWith("FieldUpdater;"));
  }

  private int place(String field) {
    return Sites.place(field);
  }
}
