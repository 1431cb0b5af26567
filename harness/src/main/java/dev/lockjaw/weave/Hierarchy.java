package dev.lockjaw.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Facts about classes, read from their files so that none is loaded. One thread at a time. */
final class Hierarchy {
  private final ClassLoader loader;
  private final Map<String, Optional<Facts>> known = new HashMap<>();

  /**
   * What a class file says, without code.
   *
   * @param fields their modifiers, by name
   * @param methods names with descriptors
   */
  record Facts(
      String name,
      String superName,
      String[] interfaces,
      Map<String, Integer> fields,
      Set<String> methods) {}

  /** A field, where it is declared. */
  record Field(String owner, int access) {
    boolean is(int modifier) {
      return (access & modifier) != 0;
    }
  }

  Hierarchy(ClassLoader loader) {
    this.loader = loader;
  }

  Optional<Facts> facts(String internalName) {
    return known.computeIfAbsent(internalName, this::read);
  }

  private Optional<Facts> read(String internalName) {
    try (InputStream file = loader.getResourceAsStream(internalName + ".class")) {
      return file == null ? Optional.empty() : Optional.of(facts(new ClassReader(file)));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  static Facts facts(ClassReader reader) {
    Map<String, Integer> fields = new HashMap<>();
    Set<String> methods = new HashSet<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public FieldVisitor visitField(
              int access, String name, String descriptor, String signature, Object value) {
            fields.put(name, access);
            return null;
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            methods.add(name + descriptor);
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new Facts(
        reader.getClassName(), reader.getSuperName(), reader.getInterfaces(), fields, methods);
  }

  /** Where a field that an instruction names is declared, if that can be known. */
  Optional<Field> field(String owner, String name) {
    Optional<Facts> facts = facts(owner);
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    Integer access = facts.get().fields().get(name);
    if (access != null) {
      return Optional.of(new Field(owner, access));
    }
    for (String type : facts.get().interfaces()) {
      Optional<Field> inherited = field(type, name);
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return facts.get().superName() == null
        ? Optional.empty()
        : field(facts.get().superName(), name);
  }

  /** Where a method that an instruction names is declared; the owner itself if unknown. */
  String declaring(String owner, String nameAndDescriptor) {
    return find(owner, nameAndDescriptor).orElse(owner);
  }

  private Optional<String> find(String owner, String nameAndDescriptor) {
    Optional<Facts> facts = owner.startsWith("[") ? Optional.empty() : facts(owner);
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    if (facts.get().methods().contains(nameAndDescriptor)) {
      return Optional.of(owner);
    }
    Optional<String> inherited =
        facts.get().superName() == null
            ? Optional.empty()
            : find(facts.get().superName(), nameAndDescriptor);
    if (inherited.isPresent()) {
      return inherited;
    }
    for (String type : facts.get().interfaces()) {
      Optional<String> declared = find(type, nameAndDescriptor);
      if (declared.isPresent()) {
        return declared;
      }
    }
    return Optional.empty();
  }
}
