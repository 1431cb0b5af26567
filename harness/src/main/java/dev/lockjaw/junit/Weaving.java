package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.input.Near;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.weave.Copies;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.UnwovenException;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.woven.OutsideThreads;
import dev.lockjaw.woven.calls.EndOfJvm;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * How the sessions of a test class are woven. Where the class does not say, they are woven unless
 * that could change what its tests do: a right test must not fail because it is woven. Any thread.
 */
final class Weaving {
  private static final ClassValue<Weaving> ALL =
      new ClassValue<>() {
        @Override
        protected Weaving computeValue(Class<?> type) {
          return new Weaving(type);
        }
      };

  /** The methods that are called on the copy of a test object. */
  private static final Set<String> ENTRIES =
      Stream.of(SessionAdapter.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

  private final Class<?> type;
  private final boolean byDefault;
  private final WeavingLoader loader;
  private final List<String> shared;

  /** Why nothing is woven after all; null while that is not so. */
  private volatile String refrained;

  private volatile long endsBefore;

  private Weaving(Class<?> type) {
    this.type = type;
    List<String> said =
        AnnotationSupport.findAnnotation(type, Lockjaw.class)
            .map(asked -> List.of(asked.weave()))
            .orElse(List.of());
    byDefault = said.equals(List.of(Lockjaw.WHERE_POSSIBLE));
    // classes of Lockjaw cannot be woven: they are what woven code calls
    boolean never = said.isEmpty() || byDefault && Scope.never(type.getName());
    loader = never ? null : new WeavingLoader(type.getClassLoader(), new Scope(named(said)));
    shared = never ? List.of() : loader.shared(type, ENTRIES);
    if (byDefault && !shared.isEmpty()) {
      refrained = sharing();
    }
  }

  private List<String> named(List<String> patterns) {
    String own = type.getPackageName() + "..";
    return patterns.stream()
        .map(
            pattern ->
                pattern.equals(Lockjaw.OWN_PACKAGE) || pattern.equals(Lockjaw.WHERE_POSSIBLE)
                    ? own
                    : pattern)
        .toList();
  }

  private String sharing() {
    return "woven sessions have a copy of their own of " + shared.get(0);
  }

  static Weaving of(Class<?> type) {
    return ALL.get(type);
  }

  /** Why no session can be woven; empty if they are. */
  Optional<String> unwoven() {
    return loader == null ? Optional.of("weave is empty") : Optional.ofNullable(refrained);
  }

  /** A woven copy; what is given where nothing is woven. */
  SessionAdapter copy(SessionAdapter adapter) {
    if (unwoven().isPresent()) {
      return adapter;
    }
    endsBefore = EndOfJvm.made();
    OutsideThreads.drives(); // the constructor is woven, and so is the name
    try {
      return (SessionAdapter) Copies.of(adapter, loader);
    } catch (UnwovenException unable) {
      if (!byDefault) {
        throw Settings.wrong("nothing is woven: " + unable.getMessage());
      }
      refrained = unable.getMessage();
      return adapter;
    }
  }

  /**
   * Whether a result of woven sessions holds. If not, nothing of the class is woven from now on.
   *
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if a pattern that the
   *     class names has matched nothing
   */
  boolean holds(CellResult result, SplitWitness split) {
    if (byDefault) {
      refrained = doubt(result, split);
    } else if (result.verdict() == Verdict.PASS || result.verdict() == Verdict.FAIL) {
      requireMatches();
    }
    return refrained == null;
  }

  private String doubt(CellResult result, SplitWitness split) {
    if (result.verdict() == Verdict.ERROR && EndOfJvm.made() > endsBefore) {
      return null; // without weaving, it would end the JVM
    }
    if (result.verdict() == Verdict.ERROR) {
      return "woven sessions cannot be run: " + result.ending().text();
    }
    if (result.verdict() != Verdict.FAIL) {
      return null;
    }
    if (split.seen() != null) {
      return "woven sessions met a class that is not woven: " + split.seen();
    }
    return outside().stream()
        .findFirst()
        .map(
            thread ->
                "outside thread " + thread + ", which Lockjaw does not control, runs its code")
        .orElse(null);
  }

  private void requireMatches() {
    List<String> unmatched = loader.scope().unmatched();
    if (unmatched.isEmpty() && loader.woven() > 0) {
      return;
    }
    List<String> wrong = unmatched.isEmpty() ? loader.scope().patterns() : unmatched;
    throw Settings.wrong(matchesNothing(type, wrong, loader));
  }

  /** What is wrong with patterns that match no class that a test uses. */
  static String matchesNothing(Class<?> type, List<String> patterns, WeavingLoader loader) {
    return "no class that "
        + type.getSimpleName()
        + " uses matches weave = "
        + String.join(", ", patterns)
        + Near.clause(patterns.get(0).replaceFirst("\\.\\.$", ""), loader.scope().seen());
  }

  /** What a loader has copied and not woven, as no pattern names it: a line, or none. */
  static List<String> unnamed(WeavingLoader loader) {
    List<String> unnamed = loader.unnamed();
    return unnamed.isEmpty()
        ? List.of()
        : List.of("not woven, as weave does not name them: " + String.join(", ", unnamed));
  }

  private List<String> outside() {
    return OutsideThreads.seenIn(loader);
  }

  /** What is not woven, and what that may lead to; each a line. */
  List<String> entries() {
    if (loader == null) {
      return List.of();
    }
    if (refrained != null) {
      return List.of(
          "nothing is woven, as "
              + refrained
              + "; weave = {} leaves it at that, weave = OWN_PACKAGE weaves all the same");
    }
    List<String> entries = new ArrayList<>();
    loader.leftOut().forEach(leftOut -> entries.add("not woven: " + leftOut));
    entries.addAll(unnamed(loader));
    if (!shared.isEmpty()) {
      entries.add(sharing());
    }
    outside()
        .forEach(
            thread ->
                entries.add(
                    "outside thread "
                        + thread
                        + " runs woven code, and Lockjaw does not control it"));
    return entries;
  }
}
