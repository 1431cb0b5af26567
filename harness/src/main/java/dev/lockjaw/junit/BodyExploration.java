package dev.lockjaw.junit;

import dev.lockjaw.body.BodyEntry;
import dev.lockjaw.body.Explored;
import dev.lockjaw.body.Start;
import dev.lockjaw.body.TestBody;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.MalformedTokenException;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Token;
import dev.lockjaw.run.Cell;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.UnwovenException;
import dev.lockjaw.weave.WeavingLoader;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** The exploration of one method. */
record BodyExploration(Explore asked, Method method) {
  /**
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if the method or its
   *     annotation is wrong
   */
  static BodyExploration of(Explore asked, Method method) {
    for (Class<?> type : method.getParameterTypes()) {
      if (type != Explored.class) {
        throw Settings.wrong(
            "the @Explore method "
                + method.getName()
                + " takes a "
                + type.getSimpleName()
                + "; it may take an Explored, or nothing");
      }
    }
    if (asked.preemptions() < 0) {
      throw Settings.wrong(
          "preemptions = " + asked.preemptions() + " is out of range; it begins at 0");
    }
    Settings.nanos(asked.budget());
    return new BodyExploration(asked, method);
  }

  void judge(ExtensionContext test, String token) throws InterruptedException, IOException {
    Object instance = test.getRequiredTestInstance();
    WeavingLoader loader = loader(instance.getClass());
    Cell cell = cell(instance, loader);
    CellResult result = token == null ? SingleCell.explore(cell, limits()) : replay(cell, token);
    entries(loader).forEach(entry -> test.publishReportEntry("lockjaw", entry));
    requireMatches(instance.getClass(), loader);
    if (Extents.matters(result)) {
      String extent = Extents.text(result);
      test.publishReportEntry("lockjaw-extent", extent);
      // Surefire and Gradle show report entries nowhere, and what a test prints in all reports
      System.out.println("lockjaw: " + result.id().brief() + ": " + extent);
    }
    Judgement.of(
        result, asked.exhaustive(), false, found -> ReplayHelp.ofBody(found, instance.getClass()));
  }

  private Limits limits() {
    return new Limits(Mode.EXPLORE, asked.preemptions(), true, Long.MAX_VALUE, false, 0)
        .within(Settings.nanos(asked.budget()));
  }

  private WeavingLoader loader(Class<?> type) {
    if (Scope.never(type.getName())) {
      throw Settings.wrong(
          type.getName() + " cannot be woven: classes of Lockjaw's packages never are; move it");
    }
    List<String> patterns =
        Stream.concat(Stream.of(type.getPackageName() + ".."), Stream.of(asked.weave())).toList();
    return WeavingLoader.ofTest(type.getClassLoader(), new Scope(patterns));
  }

  private Cell cell(Object instance, WeavingLoader loader) {
    try {
      String owner = instance.getClass().getSimpleName();
      return new TestBody(
              method.getName(), owner, BodyEntry.of(instance, method), new Start(loader))
          .cell()
          .allowing(Set.copyOf(List.of(asked.allow())));
    } catch (UnwovenException unable) {
      throw Settings.wrong("nothing is woven: " + unable.getMessage());
    }
  }

  private void requireMatches(Class<?> type, WeavingLoader loader) {
    List<String> unmatched = loader.scope().unmatched();
    if (!unmatched.isEmpty()) {
      throw Settings.wrong(Weaving.matchesNothing(type, unmatched, loader));
    }
  }

  private static List<String> entries(WeavingLoader loader) {
    return Stream.concat(
            loader.leftOut().stream().map(one -> "not woven: " + one),
            Weaving.unnamed(loader).stream())
        .toList();
  }

  private static CellResult replay(Cell cell, String text) throws IOException {
    Token token;
    try {
      token = Token.parse(text);
    } catch (MalformedTokenException malformed) {
      throw Settings.wrong(malformed.getMessage());
    }
    if (!token.cell().equals(cell.id())) {
      throw new TestAbortedException(
          "the token is for " + token.cell().brief() + ", not for " + cell.id().brief());
    }
    return SingleCell.replay(cell, token);
  }
}
