package dev.lockjaw.cli.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lockjaw.cli.Child;
import dev.lockjaw.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusReproductionTest {
  @TempDir Path directory;

  @Test
  void showsTheLockItsHolderAndTheStackAndThatTheFixHasNoneOfIt() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run("reproduce", "netty-2093", "--times", "1");
    assumeFalse(outcome.err().contains("cannot get"), outcome.err());

    assertThat(outcome.out())
        .containsSubsequence(
            "netty 3.9.2.Final\n",
            "the bug shows in 1 of 1 processes",
            "Thread New I/O worker #1: waits for SslHandler.pendingUnencryptedWritesLock",
            "held by itself",
            "DefaultChannelFuture.notifyListeners",
            "SslHandler.handleDownstream",
            "NonReentrantLock.lock",
            "netty 3.9.3.Final (the fix",
            "the bug shows in 0 of 1 processes",
            "As expected: the bug shows in netty 3.9.2.Final, and not in netty");
    assertThat(outcome.code()).isZero();
  }

  /** The user's settings hold, and say here that nothing can be had; nothing is there yet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<offline>true</offline>",
        "<mirrors><mirror><id>mine</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:1/</url>"
            + "</mirror></mirrors>"
      })
  void withoutNetworkTheArtefactsAreNamed(String settings) throws Exception {
    Files.createDirectories(directory.resolve(".m2"));
    Files.writeString(
        directory.resolve(".m2/settings.xml"), "<settings>" + settings + "</settings>");

    CommandRun.Outcome outcome =
        new Child(directory)
            .option("-Duser.home=" + directory)
            .run("reproduce", "netty-2093", "--times", "1");

    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .contains("io.netty:netty:3.9.2.Final, io.netty:netty:3.9.3.Final");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void aBugWithoutATestIsNotSearchedFor() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run("reproduce", "undertow-1839", "--search");

    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .contains("it finds undertow-1839; give one of bc-java-1344, ");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void theLedgerIsOfAllBugsInLibraries() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run("reproduce", "netty-2093", "--ledger", "bugs.md");

    assertThat(outcome.err()).contains("--ledger runs all bugs in libraries");
    assertThat(outcome.code()).isEqualTo(2);
  }
}
