package dev.lockjaw;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;

/** The types that a class names where its users can see them. */
final class NamedTypes {
  private final Set<Class<?>> named = new HashSet<>();
  private final Set<Type> seen = new HashSet<>();

  private NamedTypes() {}

  /**
   * The types in a class's supertypes and type parameters, and in its public and protected fields,
   * methods and constructors: their types, parameters, results, exceptions and type parameters.
   */
  static Set<Class<?>> of(Class<?> type) {
    NamedTypes types = new NamedTypes();
    types.add(type.getGenericSuperclass());
    types.add(type.getGenericInterfaces());
    types.addBounds(type);
    for (Field field : type.getDeclaredFields()) {
      if (visible(field)) {
        types.add(field.getGenericType());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      types.addVisible(constructor);
    }
    for (Method method : type.getDeclaredMethods()) {
      if (types.addVisible(method)) {
        types.add(method.getGenericReturnType());
      }
    }
    return types.named;
  }

  private boolean addVisible(Executable executable) {
    if (!visible(executable)) {
      return false;
    }
    add(executable.getGenericParameterTypes());
    add(executable.getGenericExceptionTypes());
    addBounds(executable);
    return true;
  }

  private static boolean visible(Member member) {
    return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
        && !member.isSynthetic();
  }

  private void addBounds(GenericDeclaration declaration) {
    for (TypeVariable<?> variable : declaration.getTypeParameters()) {
      add(variable);
    }
  }

  private void add(Type... types) {
    for (Type type : types) {
      if (type != null && seen.add(type)) {
        addParts(type);
      }
    }
  }

  private void addParts(Type type) {
    if (type instanceof Class<?> plain) {
      if (plain.isArray()) {
        add(plain.getComponentType());
      } else {
        named.add(plain);
      }
    } else if (type instanceof ParameterizedType parameterized) {
      add(parameterized.getRawType());
      add(parameterized.getActualTypeArguments());
    } else if (type instanceof GenericArrayType array) {
      add(array.getGenericComponentType());
    } else if (type instanceof WildcardType wildcard) {
      add(wildcard.getUpperBounds());
      add(wildcard.getLowerBounds());
    } else if (type instanceof TypeVariable<?> variable) {
      add(variable.getBounds());
    }
  }
}
