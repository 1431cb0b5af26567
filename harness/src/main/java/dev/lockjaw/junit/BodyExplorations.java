package dev.lockjaw.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
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

/** Makes a test of a method that has {@link Explore}, or of each token that it is to replay. */
final class BodyExplorations implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Explore asked =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Explore.class)
            .orElseThrow();
    Optional<String> token = context.getConfigurationParameter(Scenarios.REPLAY);
    List<String> tokens = token.map(List::of).orElse(List.of(asked.replay()));
    BodyExploration exploration = BodyExploration.of(asked, context.getRequiredTestMethod());
    return tokens.isEmpty()
        ? Stream.of(new OfBody(exploration, null))
        : tokens.stream().map(one -> new OfBody(exploration, one));
  }

  /**
   * Explores in place of calling the method.
   *
   * @param token of the one schedule to run; null for all
   */
  private record OfBody(BodyExploration exploration, String token)
      implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
    @Override
    public String getDisplayName(int index) {
      return token == null ? "explored" : "replay of " + token;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getDeclaringExecutable() instanceof Method;
    }

    /** Nothing, as the method is not called on the object that JUnit has made. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return null;
    }

    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> method, ReflectiveInvocationContext<Method> invoked, ExtensionContext test)
        throws Throwable {
      method.skip();
      exploration.judge(test, token);
    }
  }
}
