package dev.lockjaw.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockjaw.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be watched: one clear line, and the program is not harmed. */
class WatchBadInputTest {
  private static final String NOTHING = "int main(void) { return 0; }";

  @TempDir Path directory;

  private void refused(int code, String message, String... arguments) {
    CommandRun.Outcome outcome = new CommandRun(directory).width(200).run(arguments);
    assertThat(outcome.err().strip()).contains(message).doesNotContain("\n");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(code);
  }

  @Test
  void aProgramThatDoesNotExist() {
    refused(2, "there is no program './none' that can be run", "watch", "--", "./none");
  }

  @Test
  void aStaticProgram() throws Exception {
    assumeTrue(WatchedPrograms.compiles(directory, "static", NOTHING, "cc", "-static"));
    refused(2, "./static can't be watched: it is statically linked", "watch", "--", "./static");
  }

  @Test
  void aProgramForMusl() throws Exception {
    assumeTrue(WatchedPrograms.compiles(directory, "musl", NOTHING, "musl-gcc"));
    refused(2, "./musl can't be watched: it uses the C library musl", "watch", "--", "./musl");
  }

  @Test
  void aProgramWithTheIdOfAnotherUser() throws Exception {
    WatchedPrograms.compile(directory, "setuid", NOTHING);
    Process chmod = new ProcessBuilder("chmod", "u+s", directory + "/setuid").start();
    assertThat(chmod.waitFor()).isZero();
    refused(2, "./setuid can't be watched: it runs with another user's", "watch", "--", "./setuid");
  }

  @Test
  void aProgramWithASanitizer() throws Exception {
    assumeTrue(WatchedPrograms.compiles(directory, "asan", NOTHING, "cc", "-fsanitize=address"));
    refused(2, "./asan can't be watched: it is built with a sanitizer", "watch", "--", "./asan");
  }

  @Test
  void aProcessThatIsNoJvm() throws Exception {
    Process program = new ProcessBuilder("cat").start();
    try {
      String pid = Long.toString(program.pid());
      refused(3, "process " + pid + " is no JVM", "watch", "--attach", pid);
      assertThat(program.isAlive()).isTrue();
    } finally {
      program.destroy();
    }
    String pid = Long.toString(program.onExit().get().pid());
    refused(3, "there is no process " + pid, "watch", "--attach", pid);
  }

  @Test
  void aJvmThatRefusesToBeAttachedTo() throws Exception {
    Process program = WatchedPrograms.java(directory, "-XX:+DisableAttachMechanism", "again");
    try {
      assertThat(program.getInputStream().read()).isEqualTo('r');
      String pid = Long.toString(program.pid());
      refused(3, "refuses that (-XX:+DisableAttachMechanism)", "watch", "--attach", pid);
      assertThat(program.isAlive()).isTrue();
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void aBadFileOfSuppressions() throws Exception {
    Files.writeString(directory.resolve("known"), "no-such-kind\n");
    refused(
        2,
        "known is no file of suppressions: line 1 has 'no-such-kind'",
        "watch",
        "--suppressions",
        "known",
        "--",
        "true");
    refused(2, "cannot read --suppressions none", "watch", "--suppressions", "none", "--", "true");
  }

  @Test
  void logsThatAreNotThere() {
    refused(2, "there is no directory none for --logs", "watch", "--logs", "none");
  }

  @Test
  void aStaticTlsLibraryIsNamedAndTheProgramIsWatched() throws Exception {
    String program =
        "#include <openssl/ssl.h>\nint main(void) { return SSL_CTX_new(TLS_method()) == 0; }";
    assumeTrue(
        WatchedPrograms.compiles(
            directory, "own", program, "cc", "-Wl,-Bstatic", "-lssl", "-lcrypto", "-Wl,-Bdynamic"));
    CommandRun.Outcome outcome =
        new CommandRun(directory).width(200).run("watch", "--out", "one", "--", "./own");
    assertThat(outcome.out())
        .contains("A TLS library is linked statically into own: its calls are not seen.")
        .contains("It ended with exit code 0.");
    assertThat(outcome.code()).isZero();
  }
}
