package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The parts that CONTRIBUTING.md shows how to add, compiled as they stand there and run as a
 * plug-in: a scenario, a lock strategy, a transport, an oracle and a report format.
 */
class SeamsTest {
  private static final Path GUIDE = Path.of("../../../CONTRIBUTING.md");
  private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SERVICE = Pattern.compile("@AutoService\\((\\w+)\\.class\\)");

  @TempDir private Path directory;
  private Path parts;

  @BeforeEach
  void compile() throws IOException {
    parts = Files.createDirectories(directory.resolve("parts"));
    Path services = Files.createDirectories(parts.resolve("META-INF/services"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                parts.toString()));
    for (String source : shown()) {
      String type = first(source, "public final class (\\w+)");
      Path file = directory.resolve(type + ".java");
      Files.writeString(file, source);
      arguments.add(file.toString());
      String home = first(source, "package ([\\w.]+);");
      String service = first(source, SERVICE.pattern());
      Matcher imported = Pattern.compile("import ([\\w.]+\\." + service + ");").matcher(source);
      Files.writeString(
          services.resolve(imported.find() ? imported.group(1) : home + '.' + service),
          home + '.' + type + '\n',
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
  }

  /** The parts in the guide; its other blocks show tests. */
  private static List<String> shown() throws IOException {
    return BLOCK
        .matcher(Files.readString(GUIDE))
        .results()
        .map(block -> block.group(1))
        .filter(source -> SERVICE.matcher(source).find())
        .toList();
  }

  private static String first(String source, String pattern) {
    return Pattern.compile(pattern)
        .matcher(source)
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPartOfEachKindIsShown() throws IOException {
    assertThat(shown().stream().map(source -> first(source, SERVICE.pattern())))
        .containsExactlyInAnyOrder(
            "Scenario", "LockStrategy", "Transport", "Oracle", "ReportFormat");
  }

  @Test
  void partsOfAPluginAreRunJudgedAndReportedAsBuiltInOnesAre() throws Exception {
    CommandRun.Outcome run =
        new Child(directory)
            .run(
                "run",
                "--plugin=parts",
                "--scenario=two-senders,write-free",
                "--strategy=big",
                "--transport=sunjsse",
                "--out=out");

    assertThat(run.err()).as("nothing is wrong with them").isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.FINDING);
    assertThat(run.out())
        .contains("leak in two-senders/big/sunjsse", "client was never freed")
        .doesNotContain("leak in write-free")
        .containsPattern("(?m)^ +two-senders +LEK|^two-senders +LEK")
        .contains("failed.txt");
    Path out = directory.resolve("out");
    assertThat(out.resolve("failed.txt")).hasContent("two-senders/big/sunjsse\n");
    for (String file : List.of("report.html", "junit.xml", "results.sarif", "summary.md")) {
      assertThat(out.resolve(file)).content().contains("two-senders", "was never freed");
    }
  }

  @Test
  void aFindingOfAnOracleIsReplayed() throws Exception {
    CommandRun.Outcome run =
        new Child(directory)
            .run(
                "run",
                "--plugin=parts",
                "--scenario=two-senders",
                "--strategy=plain",
                "--transport=jsse",
                "--out=out");
    String token = first(run.out(), "(LJ1/two-senders/plain/jsse/\\S+)");

    CommandRun.Outcome replayed = new Child(directory).run("replay", token, "--plugin=parts");

    assertThat(replayed.code()).isEqualTo(ExitCode.FINDING);
    assertThat(replayed.out()).contains("client was never freed");
  }

  @Test
  void withoutThePluginNothingOfItIsThere() {
    Stream.of("scenarios", "strategies", "transports")
        .map(list -> new CommandRun(directory).run("list", list))
        .forEach(
            listed -> assertThat(listed.out()).doesNotContain("two-senders", "\nbig ", "sunjsse"));
  }
}
