package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.result.CellResult;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes a test of each token of a {@link Replay}. */
final class Replays implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    if (!SessionAdapter.class.isAssignableFrom(type)) {
      throw Settings.wrong(type.getName() + " has @Replay and is no SessionAdapter");
    }
    Replay replay =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Replay.class)
            .orElseThrow();
    return Stream.of(replay.value()).map(token -> new OfToken(Replayed.of(token, type)));
  }

  /** Gives the method what the schedule shows, or judges in its place. */
  private record OfToken(Replayed replayed)
      implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
    @Override
    public String getDisplayName(int index) {
      return replayed.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == CellResult.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return shown(test);
    }

    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> method, ReflectiveInvocationContext<Method> invoked, ExtensionContext test)
        throws Throwable {
      if (invoked.getArguments().stream().noneMatch(CellResult.class::isInstance)) {
        Judgement.of(shown(test), test.getRequiredTestClass());
      }
      method.proceed();
    }

    private CellResult shown(ExtensionContext test) {
      try {
        return replayed.shownBy((SessionAdapter) test.getRequiredTestInstance());
      } catch (java.io.IOException refused) {
        throw new java.io.UncheckedIOException(refused);
      }
    }
  }
}
