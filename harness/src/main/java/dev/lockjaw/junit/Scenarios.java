package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes a test of each scenario, or only of the schedule that is to be replayed. */
final class Scenarios implements TestTemplateInvocationContextProvider {
  static final String REPLAY = "lockjaw.replay";

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    Optional<String> token = context.getConfigurationParameter(REPLAY);
    if (token.isPresent()) {
      Replayed replayed = Replayed.of(token.get(), type);
      return Stream.of(
          new Invocation(
              replayed.name(),
              ScenarioTest.class,
              test -> adapter -> judge(test, adapter, replayed.shownBy(adapter))));
    }
    Settings settings = Settings.of(type);
    return settings.places().stream()
        .map(
            place ->
                new Invocation(
                    place.scenario().id() + " on " + place.transport().id(),
                    ScenarioTest.class,
                    test -> adapter -> judge(test, adapter, settings.explore(adapter, place))));
  }

  private static void judge(ExtensionContext test, SessionAdapter adapter, CellResult result) {
    if (Extents.matters(result)) {
      String extent = Extents.text(result);
      test.publishReportEntry("lockjaw-extent", extent);
      // Surefire and Gradle show report entries nowhere, and what a test prints in all reports
      System.out.println("lockjaw: " + result.id().text() + ": " + extent);
    } else if (result.ending().text() != null) {
      test.publishReportEntry("lockjaw", result.ending().text());
    }
    if (result.mode() != Mode.STRESS) {
      for (String entry : Weaving.of(adapter.getClass()).entries()) {
        test.publishReportEntry("lockjaw", entry);
      }
    }
    Judgement.of(result, adapter.getClass());
  }
}
