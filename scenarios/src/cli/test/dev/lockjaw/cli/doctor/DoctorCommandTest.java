package dev.lockjaw.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.Missing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path directory;

  @Test
  void saysWhatThereIsAndThatItWorks() {
    CommandRun.Outcome outcome = new CommandRun(directory).with(new Missing()).run("doctor");

    assertThat(outcome.out())
        .contains(
            "the JVM keeps all (-XX:-OmitStackTraceInFastThrow)",
            "unavailable: libmissing.so.1 is not installed",
            "SERIAL: nobody",
            "write-free/none/bc/tls1.2: fail, as expected:",
            "write-free/queue-drain/bc/tls1.2: pass, as expected: 0 of ")
        .containsPattern("(?m)^java +\\d")
        .containsPattern("(?m)^cores +\\d+$")
        .containsPattern("(?m)^mutex +jvm: available\\n +pthread: (un)?available")
        .containsPattern("(?m)^watch +native programs: (un)?available")
        .containsPattern("(?m)^jsse +available$")
        .endsWith("\nLockjaw works here.\n");
    assertThat(outcome.lines())
        .filteredOn(line -> !line.contains(directory.toString()) && !line.endsWith(".jar"))
        .allMatch(line -> line.length() <= 80);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void saysThatItDoesNotWorkWhereFaultsAreNotSeen() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).harmless("write-free").width(160).run("doctor");

    assertThat(outcome.out())
        .contains(
            "write-free/none/bc/tls1.2: pass, but fail was expected: ",
            "Lockjaw does not work here: ");
    assertThat(outcome.code()).isEqualTo(3);
  }
}
