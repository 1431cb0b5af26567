package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lockjaw.jna.SharedLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that can't reach native code: what needs it is skipped, with the reason in one line. */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class WithoutJnaTest {
  @TempDir Path directory;

  private void skips(Child child, String reason) throws IOException, InterruptedException {
    CommandRun.Outcome outcome =
        child.run(
            "run", "--transport", "openssl,bc", "--scenario", "data-ping", "--strategy", "plain");

    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains("Skipped 1 cell: " + reason, "2 cells: 1 pass, 0 fail, 0 error, 1 skipped");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @Test
  void withoutItsJar() throws Exception {
    skips(
        new Child(directory).without("jna-"),
        "JNA is not on the class path: add net.java.dev.jna:jna");
  }

  @Test
  void withoutItsNativePart() throws Exception {
    skips(
        new Child(directory)
            .option("-Djna.nounpack=true")
            .option("-Djna.nosys=true")
            .option("-Djna.boot.library.path=" + directory),
        "JNA does not load: Could not find JNA native support");
  }

  /** Below a file there can be no directory, not even root's. */
  @Test
  void withoutAPlaceToUnpackIt() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    skips(
        new Child(directory).option("-Djna.tmpdir=" + file.resolve("below")),
        "JNA does not load: Failed to create temporary file");
  }

  @Test
  void withABrokenLibrary() throws Exception {
    assumeThat(SharedLibraries.problemOfJna()).isEmpty();
    Path broken = Files.writeString(directory.resolve("libssl.so.3"), "junk");
    skips(
        new Child(directory).option("-Djna.library.path=" + directory),
        "libssl.so.3 does not load (" + broken + ": file too short): install Debian package");
  }

  @Test
  void mutexesOfTheCLibraryAreRefused() throws Exception {
    CommandRun.Outcome outcome =
        new Child(directory)
            .without("jna-")
            .run("reproduce", "double-lock-ping", "--mutex", "pthread");

    assertThat(outcome.err().strip())
        .isEqualTo(
            "lockjaw reproduce: --mutex pthread is not available here: JNA is not on the class"
                + " path: add net.java.dev.jna:jna");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(2);
  }
}
