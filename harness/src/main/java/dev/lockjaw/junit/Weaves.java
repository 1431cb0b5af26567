package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.weave.Copies;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.UnwovenException;
import dev.lockjaw.weave.WeavingLoader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/** The woven copy of a test class and of the sessions that it opens. */
final class Weaves {
  private static final ClassValue<Optional<WeavingLoader>> LOADERS =
      new ClassValue<>() {
        @Override
        protected Optional<WeavingLoader> computeValue(Class<?> type) {
          List<String> patterns = patterns(type);
          return patterns.isEmpty()
              ? Optional.empty()
              : Optional.of(new WeavingLoader(type.getClassLoader(), new Scope(patterns)));
        }
      };

  private Weaves() {}

  private static List<String> patterns(Class<?> type) {
    return AnnotationSupport.findAnnotation(type, Lockjaw.class)
        .map(asked -> Stream.of(asked.weave()).map(pattern -> named(pattern, type)).toList())
        .orElse(List.of());
  }

  private static String named(String pattern, Class<?> type) {
    return pattern.equals(Lockjaw.OWN_PACKAGE) ? type.getPackageName() + ".." : pattern;
  }

  /** Whether the class asks for its sessions to be woven. */
  static boolean asked(Class<?> type) {
    return LOADERS.get(type).isPresent();
  }

  /** A woven copy, where the class asks for one; else what is given. */
  static SessionAdapter of(SessionAdapter adapter) {
    Optional<WeavingLoader> loader = LOADERS.get(adapter.getClass());
    if (loader.isEmpty()) {
      return adapter;
    }
    try {
      return (SessionAdapter) Copies.of(adapter, loader.get());
    } catch (UnwovenException unable) {
      throw Settings.wrong("nothing is woven: " + unable.getMessage());
    }
  }

  /** Makes sure that all was found that was to be woven; once everything has been loaded. */
  static void check(SessionAdapter woven) {
    if (!(woven.getClass().getClassLoader() instanceof WeavingLoader loader)) {
      return;
    }
    List<String> unmatched = loader.scope().unmatched();
    if (!unmatched.isEmpty() || loader.woven() == 0) {
      throw Settings.wrong(
          "no class that "
              + woven.id()
              + " uses matches weave = "
              + String.join(", ", unmatched.isEmpty() ? loader.scope().patterns() : unmatched));
    }
  }

  /** What could not be woven of the classes that a test class uses, each with the reason. */
  static List<String> leftOut(Class<?> type) {
    return LOADERS.get(type).map(WeavingLoader::leftOut).orElse(List.of());
  }
}
