package dev.lockjaw.body;

import dev.lockjaw.weave.Copies;
import dev.lockjaw.weave.UnwovenException;
import dev.lockjaw.weave.WeavingLoader;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * A lambda of a test. A serializable one says which method it stands for, so that the method's copy
 * can be called instead.
 */
final class LambdaEntry implements BodyEntry {
  private final SerializedLambda lambda;

  LambdaEntry(LockjawExplorer.Body body) {
    this.lambda = said(body);
  }

  private static SerializedLambda said(LockjawExplorer.Body body) {
    try {
      Method replace = body.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      if (replace.invoke(body) instanceof SerializedLambda said) {
        return said;
      }
    } catch (ReflectiveOperationException noLambda) {
      // said below
    }
    throw new IllegalArgumentException(
        body.getClass().getName() + " is no lambda: give explore(...) a lambda of your test");
  }

  /** The class that the lambda is in. */
  String owner() {
    return lambda.getImplClass().replace('/', '.');
  }

  @Override
  public Call copy(WeavingLoader loader) {
    try {
      Class<?> type = Class.forName(owner(), true, loader);
      if (type.getClassLoader() != loader) {
        throw new UnwovenException(type.getName() + " is in no folder, and no pattern names it");
      }
      MethodType takes =
          MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader);
      Method method = type.getDeclaredMethod(lambda.getImplMethodName(), takes.parameterArray());
      return with -> invoke(method, arguments(loader, with));
    } catch (ReflectiveOperationException | LinkageError unable) {
      throw new UnwovenException(
          "the lambda in " + owner() + " cannot be copied: " + unable, unable);
    }
  }

  /** The object that it is called on, if it is, and all that it takes. */
  private Object[] arguments(WeavingLoader loader, Explored with) {
    int captured = lambda.getCapturedArgCount();
    Object[] all = new Object[captured + 1];
    for (int i = 0; i < captured; i++) {
      all[i] = copied(lambda.getCapturedArg(i), loader);
    }
    all[captured] = with;
    return all;
  }

  private Object copied(Object value, WeavingLoader loader) {
    boolean mine = value != null && loader.copies(value.getClass().getName());
    return mine ? Copies.of(value, loader) : value;
  }

  private static void invoke(Method method, Object[] all) throws Exception {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    BodyEntry.invoke(
        method, isStatic ? null : all[0], isStatic ? all : Arrays.copyOfRange(all, 1, all.length));
  }
}
