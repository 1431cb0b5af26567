package dev.lockjaw.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with other tools, as far as it goes without JDK 25 and without a download. */
@Timeout(60)
class BesideOthersTest {
  private static final Path SCRIPT =
      Path.of("../../../scripts/beside-others").toAbsolutePath().normalize();

  @TempDir Path home;

  private record Outcome(int code, String output) {}

  /** Runs the script with a JDK of a version, or with none if it is null. */
  private Outcome run(String version, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JDK25_HOME");
    builder.environment().remove("JAVA_HOME");
    if (version != null) {
      builder.environment().put("JAVA_HOME", jdk(version).toString());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), output);
  }

  private Path jdk(String version) throws IOException {
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void itSaysWhyItSkips() throws Exception {
    String skipped = "skipped: Fray needs JDK 25, and neither JDK25_HOME nor JAVA_HOME is one\n";
    assertThat(run(null)).isEqualTo(new Outcome(0, skipped));
    assertThat(run("17.0.15", "2")).isEqualTo(new Outcome(0, skipped));
  }

  @Test
  void itsHelpNamesWhatItFetchesAndNeeds() throws Exception {
    Outcome outcome = run(null, "--help");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output())
        .contains("Fetches Fray and Lincheck by Maven", "scripts/beside-others [ROUNDS]")
        .contains("JDK25_HOME")
        .doesNotContain("set -euo");
  }

  @Test
  void aWrongNumberOfRoundsIsAnError() throws Exception {
    assertThat(run(null, "none"))
        .isEqualTo(new Outcome(2, "usage: scripts/beside-others [ROUNDS]\n"));
  }
}
