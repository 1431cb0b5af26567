package dev.lockjaw.watch.agent;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts calls of hooks into one class. Members, modifiers, lines and existing frames stay as they
 * are, so a class that is loaded can be woven too, and no other class has to be looked at.
 */
final class RecordingWeaver {
  private final ClassReader reader;

  /**
   * @param file a class file, of any version that ASM reads
   */
  RecordingWeaver(byte[] file) {
    this.reader = new ClassReader(file);
  }

  /** The woven class; null if there is nothing to weave. */
  byte[] weave() {
    String tooLarge = null;
    while (true) {
      try {
        return weave(tooLarge);
      } catch (MethodTooLargeException method) {
        if (tooLarge != null) {
          throw method;
        }
        tooLarge = method.getMethodName() + method.getDescriptor();
      }
    }
  }

  private byte[] weave(String except) {
    ClassNode type = new ClassNode();
    reader.accept(type, 0);
    boolean changed = false;
    for (MethodNode method : type.methods) {
      if ((method.access & (ACC_ABSTRACT | ACC_NATIVE)) == 0
          && !(method.name + method.desc).equals(except)) {
        if (HandOverPoints.include(type.name)) {
          changed |= HandOverPoints.weave(type, method);
          continue;
        }
        changed |= new CallSites(type, method).weave();
        changed |= new MethodBounds(type, method).weave();
      }
    }
    if (!changed) {
      return null;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }
}
