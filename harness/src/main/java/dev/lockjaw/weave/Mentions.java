package dev.lockjaw.weave;

import org.objectweb.asm.ClassReader;

/** What the constant pool of a class says. */
final class Mentions {
  /** The tag of a method of a class (JVMS 4.4.2). */
  private static final int METHOD = 10;

  private Mentions() {}

  /**
   * Whether a class calls a method, or has a reference to it.
   *
   * @param owner the class of the method, in internal form
   */
  static boolean method(byte[] code, String owner, String name) {
    ClassReader reader = new ClassReader(code);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0
          && reader.readByte(at - 1) == METHOD
          && reader.readClass(at, buffer).equals(owner)
          && reader
              .readUTF8(reader.getItem(reader.readUnsignedShort(at + 2)), buffer)
              .equals(name)) {
        return true;
      }
    }
    return false;
  }
}
