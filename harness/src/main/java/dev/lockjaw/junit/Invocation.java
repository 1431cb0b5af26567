package dev.lockjaw.junit;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One test, whose method gets a parameter.
 *
 * @param name of the test in reports
 * @param type of the parameter
 * @param value the parameter, given the test
 */
record Invocation(String name, Class<?> type, Function<ExtensionContext, ScenarioTest> value)
    implements TestTemplateInvocationContext, ParameterResolver {
  @Override
  public String getDisplayName(int index) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == type;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return value.apply(test);
  }
}
