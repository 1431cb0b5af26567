package dev.lockjaw.weave;

import dev.lockjaw.woven.calls.Calls;
import dev.lockjaw.woven.calls.Of;
import dev.lockjaw.woven.calls.On;
import dev.lockjaw.woven.chance.Chances;
import dev.lockjaw.woven.meeting.Meetings;
import dev.lockjaw.woven.net.Networks;
import dev.lockjaw.woven.pools.Pools;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * Calls of the JDK that woven code makes to Lockjaw instead: those of the classes in {@link Calls},
 * each of whose methods stands for the one of its name. It takes what that takes, the receiver
 * first, and the number of the site last.
 */
final class Replacements {
  private static final Map<String, List<Hook>> HOOKS = new HashMap<>();

  static {
    for (Class<?> holder : holders()) {
      for (Method method : holder.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          Hook.of(method)
              .ifPresent(
                  hook -> HOOKS.computeIfAbsent(hook.call(), call -> new ArrayList<>(1)).add(hook));
        }
      }
    }
  }

  private Replacements() {}

  private static List<Class<?>> holders() {
    return Stream.of(
            Calls.HOLDERS,
            Pools.HOLDERS,
            Meetings.HOLDERS,
            Chances.HOLDERS,
            Networks.EVERYWHERE,
            Networks.HOLDERS)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * What is called instead.
   *
   * @param type whose method is replaced, in it and what extends it
   * @param call the method's name and descriptor
   */
  record Hook(
      Class<?> type, boolean isStatic, String call, String owner, String name, String descriptor) {
    private static final Set<String> NETWORK =
        Networks.HOLDERS.stream().map(Type::getInternalName).collect(Collectors.toSet());

    /** Whether it is one of the network that only some runs have. */
    boolean ofNetwork() {
      return NETWORK.contains(owner);
    }

    /** Empty if this JDK has no such class. */
    static Optional<Hook> of(Method method) {
      On on = method.getAnnotation(On.class);
      return on == null
          ? Optional.of(of(method, method.getParameterTypes()[0]))
          : known(on.value()).map(type -> of(method, type));
    }

    private static Hook of(Method method, Class<?> receiver) {
      Type[] taken = Type.getArgumentTypes(method);
      Of of = method.getAnnotation(Of.class);
      List<Type> passed =
          Stream.of(taken)
              .skip(of == null ? 1 : 0)
              .limit(taken.length - (of == null ? 2 : 1))
              .toList();
      return new Hook(
          of == null ? receiver : of.value(),
          of != null,
          (of == null || of.name().isEmpty() ? method.getName() : of.name())
              + Type.getMethodDescriptor(Type.getReturnType(method), passed.toArray(new Type[0])),
          Type.getInternalName(method.getDeclaringClass()),
          method.getName(),
          Type.getMethodDescriptor(method));
    }
  }

  /**
   * @param owner the class that declares what is called, in internal form
   */
  static Optional<Hook> of(String owner, String name, String descriptor, boolean isStatic) {
    List<Hook> hooks = HOOKS.get(name + descriptor);
    if (hooks == null || !owner.startsWith("java/") && !owner.startsWith("javax/net/")) {
      return Optional.empty();
    }
    return known(owner.replace('/', '.'))
        .flatMap(
            type ->
                hooks.stream()
                    .filter(hook -> hook.isStatic == isStatic)
                    .filter(hook -> isStatic ? hook.type == type : hook.type.isAssignableFrom(type))
                    .findFirst());
  }

  private static Optional<Class<?>> known(String name) {
    try {
      return Optional.of(Class.forName(name, false, Replacements.class.getClassLoader()));
    } catch (ClassNotFoundException unknown) {
      return Optional.empty();
    }
  }
}
