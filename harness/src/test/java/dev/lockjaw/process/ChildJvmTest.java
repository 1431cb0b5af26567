package dev.lockjaw.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.process.Death.Cause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real deaths, and how they are reported. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class ChildJvmTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private ChildJvm start(Victim.End end) throws IOException {
    return ChildJvm.start(folder, Launch.of(Victim.class, end.name()));
  }

  private Death death(Victim.End end) throws Exception {
    try (ChildJvm child = start(end)) {
      assertThat(child.await(LONG)).isTrue();
      return child.death();
    }
  }

  private List<Path> left() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anExitIsNoCrash() throws Exception {
    Death death = death(Victim.End.EXIT);
    assertThat(death.cause()).isEqualTo(Cause.EXIT);
    assertThat(death.isCrash()).isFalse();
    assertThat(death.text()).isEqualTo("ended with exit code 3 (a word of farewell)");
  }

  @Test
  void aFaultIsReportedWithSignalAddressAndMethod() throws Exception {
    Death death = death(Victim.End.FAULT);
    assertThat(death.cause()).isEqualTo(Cause.CRASH);
    assertThat(death.isCrash()).isTrue();
    assertThat(death.exitCode()).isEqualTo(134);
    assertThat(death.signal()).isEqualTo("SIGSEGV");
    assertThat(death.place()).contains("Native.getInt");
    assertThat(death.words()).contains("si_addr: 0x0000000000000008");
  }

  @Test
  void anAbortByTheHeapIsReportedWithItsMessage() throws Exception {
    Death death = death(Victim.End.DOUBLE_FREE);
    assertThat(death.cause()).isEqualTo(Cause.ABORT);
    assertThat(death.isCrash()).isTrue();
    assertThat(death.signal()).isEqualTo("SIGABRT");
    assertThat(death.words()).contains("double free");
  }

  @Test
  void anAbortWithoutAMessageIsAnAbort() throws Exception {
    Death death = death(Victim.End.ABORT);
    assertThat(death.isCrash()).isTrue();
    assertThat(death.signal()).isEqualTo("SIGABRT");
  }

  @Test
  void aChildKilledFromOutsideIsNoCrash() throws Exception {
    try (ChildJvm child = start(Victim.End.NEVER)) {
      awaitDeaf(child);
      assertThat(ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly()).isTrue();
      assertThat(child.await(LONG)).isTrue();
      assertThat(child.death().cause()).isEqualTo(Cause.KILLED);
      assertThat(child.death().text()).isEqualTo("was killed by SIGKILL");
    }
  }

  @Test
  void aChildThatHangsAndIgnoresSigtermIsEnded() throws Exception {
    try (ChildJvm child = start(Victim.End.NEVER)) {
      awaitDeaf(child);
      child.end();
      assertThat(child.isAlive()).isFalse();
      assertThat(child.death().cause()).isEqualTo(Cause.HUNG);
      assertThat(child.death().isCrash()).isFalse();
    }
  }

  @Test
  void closingEndsItAndLeavesNothing() throws Exception {
    ChildJvm child = start(Victim.End.NEVER);
    awaitDeaf(child);
    assertThat(left()).hasSize(1);
    child.close();
    assertThat(child.isAlive()).isFalse();
    assertThat(left()).isEmpty();
  }

  @Test
  void theBlackBoxSurvivesTheChild() throws Exception {
    try (ChildJvm child = start(Victim.End.FAULT)) {
      assertThat(child.await(LONG)).isTrue();
      assertThat(child.blackBox().get(0)).isEqualTo(42);
      assertThat(child.blackBox().text()).isEqualTo("last words");
      assertThat(child.report())
          .hasValueSatisfying(report -> assertThat(report).contains("SIGSEGV"));
    }
    assertThat(left()).isEmpty();
  }

  /** A killed parent leaves folders behind. */
  @Test
  void sweepingRemovesOnlyTheFoldersOfChildren() throws Exception {
    Files.createDirectories(folder.resolve("jvm-123/tmp"));
    Files.writeString(folder.resolve("jvm-123/tmp/file"), "left");
    Files.createDirectories(folder.resolve("crashes"));
    ChildJvm.sweep(folder);
    assertThat(left()).containsExactly(folder.resolve("crashes"));
    ChildJvm.sweep(folder.resolve("not there"));
  }

  private static void awaitDeaf(ChildJvm child) throws IOException {
    assertThat(new BufferedReader(new InputStreamReader(child.output())).readLine())
        .isEqualTo("deaf");
  }
}
