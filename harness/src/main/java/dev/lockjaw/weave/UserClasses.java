package dev.lockjaw.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The classes of which a loader defines copies, as their files show them. One thread at a time. */
final class UserClasses {
  private final ClassLoader files;
  private final Predicate<String> copied;
  private final Map<String, Optional<ClassNode>> known = new HashMap<>();

  /**
   * @param files has the files
   * @param copied whether a copy of a class is made, by its name with dots
   */
  UserClasses(ClassLoader files, Predicate<String> copied) {
    this.files = files;
    this.copied = copied;
  }

  /** A class by its internal name; empty if it is not copied. */
  Optional<ClassNode> node(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  private Optional<ClassNode> read(String name) {
    if (name.startsWith("[") || !copied.test(name.replace('/', '.'))) {
      return Optional.empty();
    }
    try (InputStream file = files.getResourceAsStream(name + ".class")) {
      if (file == null) {
        return Optional.empty();
      }
      ClassNode node = new ClassNode();
      new ClassReader(file).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return Optional.of(node);
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** A class and all that it extends and implements, itself first; only those that are copied. */
  List<ClassNode> withParents(String name) {
    List<ClassNode> all = new ArrayList<>();
    add(name, all);
    return all;
  }

  private void add(String name, List<ClassNode> all) {
    Optional<ClassNode> node = name == null ? Optional.empty() : node(name);
    node.filter(type -> !all.contains(type))
        .ifPresent(
            type -> {
              all.add(type);
              add(type.superName, all);
              type.interfaces.forEach(parent -> add(parent, all));
            });
  }

  /** The copied class that declares a method, looked for from {@code owner} on. */
  Optional<ClassNode> declaring(String owner, String method) {
    return withParents(owner).stream()
        .filter(type -> type.methods.stream().anyMatch(one -> method.equals(one.name + one.desc)))
        .findFirst();
  }

  /** The name of the copied class that declares a field, looked for from {@code owner} on. */
  Optional<String> declaringField(String owner, String field) {
    return withParents(owner).stream()
        .filter(type -> type.fields.stream().anyMatch(one -> field.equals(one.name)))
        .map(type -> type.name)
        .findFirst();
  }
}
