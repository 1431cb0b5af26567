package dev.lockjaw.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Scenario;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A user's scenario or lock strategy can be written as the built-in ones are: they, and the helpers
 * that only their package sees, use nothing of Lockjaw that may change.
 */
class BuiltInPartsTest {
  @ParameterizedTest
  @ValueSource(classes = {Scenario.class, LockStrategy.class})
  void useOnlyTheStableInterface(Class<?> kind) {
    assertThat(of(kind))
        .hasSizeGreaterThan(5)
        .allSatisfy(part -> assertThat(unstable(part)).isEmpty());
  }

  @Test
  void anUnstableTypeIsSeen() {
    assertThat(unstable(new ClassFileImporter().importClass(Cell.class)))
        .contains("dev.lockjaw.sync.MutexKind")
        .doesNotContain("dev.lockjaw.run.Scenario");
  }

  private static Set<JavaClass> of(Class<?> kind) {
    Set<JavaClass> parts = new HashSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lockjaw.scenarios", "dev.lockjaw.lock")) {
      JavaClass outermost = outermost(type);
      if (outermost.isAssignableTo(kind) && !outermost.isInterface() || helps(outermost)) {
        parts.add(type);
      }
    }
    return parts;
  }

  /** The types that it names and that Lockjaw may change. */
  private static Set<String> unstable(JavaClass part) {
    Set<String> names = new TreeSet<>();
    part.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(named -> named.getName().startsWith(Layer.ROOT))
        .filter(named -> !outermost(named).equals(outermost(part)) && !helps(outermost(named)))
        .filter(named -> !stable(named))
        .forEach(named -> names.add(named.getName()));
    return names;
  }

  private static boolean helps(JavaClass type) {
    return !type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.getSimpleName().equals("package-info");
  }

  private static boolean stable(JavaClass named) {
    return named
        .tryGetAnnotationOfType(API.class)
        .filter(api -> api.status() == API.Status.STABLE)
        .isPresent();
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(BuiltInPartsTest::outermost).orElse(type);
  }
}
