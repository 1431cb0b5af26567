package dev.lockjaw.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lockjaw.result.Upward;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the code against {@link Layer}. */
class LayersTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages("dev.lockjaw");

  @Test
  void everyPackageHasALayer() {
    assertThat(packages())
        .as("Layer names every package")
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Layer.values())
                .flatMap(layer -> layer.packages().stream())
                .map(name -> Layer.ROOT + name)
                .toList());
  }

  @Test
  void everyArrowLeadsDown() {
    assertThat(upwards(CLASSES)).as("arrows that do not lead down").isEmpty();
  }

  @Test
  void anArrowUpwardsIsSeen() {
    assertThat(upwards(new ClassFileImporter().importClasses(Upward.class)))
        .containsExactly("dev.lockjaw.result.Upward -> dev.lockjaw.run.Scenario");
  }

  private static Set<String> upwards(JavaClasses classes) {
    Set<String> upwards = new TreeSet<>();
    for (JavaClass from : classes) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (to.getName().startsWith(Layer.ROOT)
            && !to.getPackageName().equals(from.getPackageName())
            && layer(from).compareTo(layer(to)) <= 0) {
          upwards.add(from.getName() + " -> " + to.getName());
        }
      }
    }
    return upwards;
  }

  private static TreeSet<String> packages() {
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Layer layer(JavaClass type) {
    return Layer.of(type.getPackageName())
        .orElseThrow(() -> new AssertionError(type.getPackageName() + " has no layer"));
  }
}
