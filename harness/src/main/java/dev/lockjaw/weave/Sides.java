package dev.lockjaw.weave;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The two sides of a test class. Its sessions are opened on a copy of the test object, by copies of
 * the user's classes. What JUnit calls, a {@code @BeforeEach} method say, stays with the originals.
 * A field that both sides use has two values then, unless it can be carried over.
 */
final class Sides {
  /** Types whose objects are the same to both sides, whatever is done with them. */
  private static final List<String> VALUES =
      List.of(
          "java/lang/String",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Short",
          "java/lang/Byte",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Double",
          "java/lang/Float",
          "java/lang/System$Logger",
          "java/math/",
          "java/net/URI",
          "java/nio/charset/",
          "java/nio/file/Path",
          "java/time/",
          "java/util/UUID",
          "java/util/concurrent/TimeUnit",
          "java/util/logging/",
          "java/util/regex/",
          "org/slf4j/",
          "org/apache/logging/",
          "org/apache/commons/logging/");

  private final UserClasses classes;
  private final String test;
  private final Set<String> chain = new LinkedHashSet<>();

  /** Fields of the test object that something other than its constructor sets, such as JUnit. */
  private final Set<String> given = new HashSet<>();

  private Sides(UserClasses classes, Class<?> test) {
    this.classes = classes;
    this.test = Type.getInternalName(test);
    for (Class<?> at = test; at != null; at = outer(at)) {
      classes.withParents(Type.getInternalName(at)).forEach(node -> chain.add(node.name));
    }
  }

  /** The class of the object that an object of a class is inside of; null if there is none. */
  private static Class<?> outer(Class<?> type) {
    return Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass();
  }

  /**
   * What sessions of copied classes share with what stays as it is, so that weaving could change
   * what a test does: each as a clause.
   *
   * @param entries the methods that are called on the copy of the test object
   */
  static List<String> shared(Class<?> test, UserClasses classes, Set<String> entries) {
    return new Sides(classes, test).shared(entries);
  }

  private List<String> shared(Set<String> entries) {
    Reach outside = new Reach(classes, chain);
    Reach inside = new Reach(classes, chain);
    for (String name : chain) {
      ClassNode type = classes.node(name).orElseThrow();
      List<AnnotationNode> marks = new ArrayList<>(marks(type.visibleAnnotations));
      for (FieldNode field : type.fields) {
        if (!marks(field.visibleAnnotations).isEmpty()) {
          given.add(name + '.' + field.name);
          outside.makes(Type.getType(field.desc).getInternalName());
          marks.addAll(marks(field.visibleAnnotations));
        }
      }
      for (MethodNode method : type.methods) {
        if (entries.contains(method.name)) {
          inside.calls(test, method.name + method.desc);
        } else if (!marks(method.visibleAnnotations).isEmpty()) {
          outside.calls(name, method.name + method.desc);
          marks.addAll(marks(method.visibleAnnotations));
        }
      }
      values(marks)
          .forEach(
              value -> {
                if (value instanceof Type named) {
                  outside.makes(named.getInternalName());
                } else {
                  type.methods.stream()
                      .filter(method -> value.equals(method.name))
                      .forEach(method -> outside.calls(name, method.name + method.desc));
                }
              });
    }
    Map<String, Reach.Use> theirs = outside.uses();
    return inside.uses().values().stream()
        .filter(use -> meets(use, theirs.get(use.owner() + '.' + use.field())))
        .map(use -> text(use, theirs.get(use.owner() + '.' + use.field())))
        .toList();
  }

  private boolean meets(Reach.Use inside, Reach.Use outside) {
    boolean set = given.contains(inside.owner() + '.' + inside.field());
    if (outside == null && !set) {
      return false;
    }
    FieldNode field =
        classes.node(inside.owner()).orElseThrow().fields.stream()
            .filter(one -> one.name.equals(inside.field()))
            .findFirst()
            .orElseThrow();
    boolean writes = inside.writes() || set || outside.writes();
    if ((field.access & Opcodes.ACC_SYNTHETIC) != 0) {
      return false;
    }
    if ((field.access & Opcodes.ACC_STATIC) != 0) {
      return writes || !isValue(field.desc);
    }
    // a field of the test object is carried over before each test, and not back
    return chain.contains(inside.owner()) && (inside.writes() || ofUser(field));
  }

  private static boolean isValue(String descriptor) {
    Type type = Type.getType(descriptor);
    return type.getSort() < Type.ARRAY
        || type.getSort() == Type.OBJECT
            && VALUES.stream().anyMatch(type.getInternalName()::startsWith);
  }

  /** Whether a field is for objects of classes that are copied. */
  private boolean ofUser(FieldNode field) {
    String said = field.desc + (field.signature == null ? "" : field.signature);
    return Stream.of(said.split("[<>;:\\[*+-]"))
        .map(part -> part.substring(part.indexOf('L') + 1))
        .anyMatch(name -> classes.node(name).isPresent());
  }

  private String text(Reach.Use inside, Reach.Use outside) {
    return MethodCode.simple(inside.owner())
        + '.'
        + inside.field()
        + ", which "
        + inside.by()
        + (outside == null ? " uses and something else sets" : " and " + outside.by() + " use");
  }

  private static List<AnnotationNode> marks(List<AnnotationNode> all) {
    return all == null
        ? List.of()
        : all.stream().filter(mark -> !mark.desc.startsWith("Ljava/lang/")).toList();
  }

  /** Classes and texts that annotations name. */
  private static Stream<Object> values(List<AnnotationNode> marks) {
    return marks.stream()
        .filter(mark -> mark.values != null)
        .flatMap(mark -> mark.values.stream())
        .flatMap(Sides::flat);
  }

  private static Stream<Object> flat(Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().flatMap(Sides::flat);
    }
    if (value instanceof AnnotationNode mark) {
      return values(List.of(mark));
    }
    return Stream.of(value).filter(one -> one instanceof Type || one instanceof String);
  }
}
