package dev.lockjaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.StableInterface.Change;
import dev.lockjaw.StableInterface.Comparison;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users build on, as japicmp compares it with what it was when it was last settled. */
class StableInterfaceTest {
  private static final String SETTLED = "stable-interface.jar";

  private static final Path CLASSES = Path.of("target/classes");

  @TempDir Path directory;

  @Test
  void isAsItWasSettled() throws IOException {
    StableInterface now = StableInterface.of(CLASSES, getClass().getClassLoader());
    Path written = Files.write(Path.of("target", SETTLED), now.jar());
    try (InputStream settled = getClass().getResourceAsStream(SETTLED)) {
      Comparison comparison = new StableInterface(settled.readAllBytes()).to(now);

      assertThat(comparison.change())
          .as(
              "what users build on may only grow. If it may be as it is now, copy harness/%s to"
                  + " harness/src/test/resources/dev/lockjaw.%n%s",
              written, comparison.text())
          .isEqualTo(Change.NONE);
      assertThat(comparison.classes()).isGreaterThan(50);
    }
  }

  /** A type that changes would otherwise break users through a stable type that names it. */
  @Test
  void namesOnlyWhatIsStable() throws Exception {
    Set<String> leaks = new TreeSet<>();
    for (Class<?> type : StableInterface.classes(CLASSES, getClass().getClassLoader())) {
      NamedTypes.of(type).stream()
          .filter(named -> named.getName().startsWith("dev.lockjaw."))
          .filter(named -> !StableInterface.marked(named))
          .forEach(named -> leaks.add(type.getName() + " names " + named.getName()));
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void namesAreSeenWhereverTheyStand() {
    assertThat(NamedTypes.of(Naming.class))
        .contains(
            ArrayList.class, // supertype
            Thread.class, // its type argument
            Path.class, // field
            URL.class, // result
            Change.class, // parameter, in an array
            ClassLoader.class, // wildcard's bound
            IOException.class, // exception
            Number.class) // bound of a type parameter
        .doesNotContain(Comparison.class); // private
  }

  private abstract static class Naming extends ArrayList<Thread> {
    private static final long serialVersionUID = 1L;

    protected transient Path field;

    private Comparison hidden(Comparison same) {
      return same;
    }

    protected abstract <N extends Number> URL method(
        Change[] changes, Set<? extends ClassLoader> loaders) throws IOException;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          void a();                                  | NONE
          void a(); default void b() {}              | GROWN
          void a(); void b();                        | BREAKS_USERS
          void b();                                  | BREAKS_USERS
          int a();                                   | BREAKS_USERS
          void a() throws java.io.IOException;       | BREAKS_USERS
          void a(); int C = 1;                       | GROWN
          """)
  void tellsWhatBreaksUsersFromGrowth(String members, Change change) throws IOException {
    assertThat(stable("was", "void a();").to(stable("is", members)).change()).isEqualTo(change);
  }

  @Test
  void whatIsNotMarkedMayChange() throws IOException {
    StableInterface before = compiled("was", "interface Inner { void a(); }");
    assertThat(before.to(compiled("is", "interface Inner { void b(); }")).classes()).isZero();
  }

  private StableInterface stable(String folder, String members) throws IOException {
    return compiled(
        folder,
        "@org.apiguardian.api.API(status = org.apiguardian.api.API.Status.STABLE)\n"
            + "public interface Inner { "
            + members
            + " }");
  }

  private StableInterface compiled(String name, String source) throws IOException {
    Path folder = Files.createDirectory(directory.resolve(name));
    Path file = Files.writeString(folder.resolve("Inner.java"), source);
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString());
    assertThat(code).isZero();
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      return StableInterface.of(folder, loader);
    }
  }
}
