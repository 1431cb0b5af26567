package dev.lockjaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the javadoc of the stable interface compile as they stand. */
class JavadocExamplesTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* *\\}</pre>", Pattern.DOTALL);

  private static final String IMPORTS =
      Stream.of(
              "dev.lockjaw.adapter.*",
              "dev.lockjaw.body.*",
              "dev.lockjaw.junit.*",
              "dev.lockjaw.lock.*",
              "dev.lockjaw.probe.*",
              "dev.lockjaw.result.*",
              "dev.lockjaw.run.*",
              "dev.lockjaw.session.*",
              "dev.lockjaw.sync.Mutex",
              "dev.lockjaw.sync.Resource",
              "dev.lockjaw.sync.Sync",
              "dev.lockjaw.transport.*",
              "static dev.lockjaw.assertj.LockjawAssertions.assertThat",
              "com.google.auto.service.AutoService",
              "java.io.IOException",
              "java.net.URI",
              "java.net.http.*",
              "java.nio.ByteBuffer",
              "java.nio.channels.*",
              "java.security.Security",
              "java.time.Duration",
              "java.util.concurrent.locks.*",
              "javax.net.ssl.*")
          .map(name -> "import " + name + ";\n")
          .collect(Collectors.joining());

  /** What an example stands for: types, members of a test class, or statements. */
  private static final List<String> FRAMES =
      List.of(
          "%s",
          "abstract class Example implements LockjawTest {\n%s\n}",
          "abstract class Example implements LockjawTest {\n"
              + "void example(Opening with, URI uri) throws Exception {\n%s\n}\n}");

  @TempDir Path directory;

  @Test
  void compile() throws IOException {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        examples.addAll(of(Files.readString(file)));
      }
    }
    assertThat(examples).hasSizeGreaterThan(10);
    assertThat(examples.stream().map(this::problems).filter(text -> !text.isEmpty())).isEmpty();
  }

  @Test
  void oneThatIsWrongIsSeen() {
    assertThat(problems("class Wrong { Opening made = new Opening(); }")).isNotEmpty();
  }

  private static List<String> of(String source) {
    Matcher found = EXAMPLE.matcher(source);
    return found
        .results()
        .map(one -> one.group(1).lines().map(line -> line.replaceFirst("^ *\\* ?", "")))
        .map(lines -> lines.collect(Collectors.joining("\n")))
        .toList();
  }

  /** The example and what the compiler says to it; empty if it compiles in one of the frames. */
  private String problems(String example) {
    List<String> problems = FRAMES.stream().map(frame -> problems(frame, example)).toList();
    return problems.contains("") ? "" : example + "\n" + String.join("\n", problems);
  }

  /** What the compiler says to an example in a frame; empty if it compiles. */
  private String problems(String frame, String example) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String source = IMPORTS + frame.formatted(example);
    Matcher type = Pattern.compile("public (?:final|abstract) class (\\w+)").matcher(source);
    URI name = URI.create("string:///" + (type.find() ? type.group(1) : "Example") + ".java");
    JavaFileObject file =
        new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter out = new StringWriter();
    List<String> options = List.of("-proc:none", "-d", directory.toString());
    boolean done = compiler.getTask(out, null, null, options, null, List.of(file)).call();
    return done ? "" : out.toString();
  }
}
