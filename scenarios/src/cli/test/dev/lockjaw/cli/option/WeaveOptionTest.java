package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.cli.Child;
import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins whose classes are woven. */
@Timeout(300)
class WeaveOptionTest {
  /** Its check and its use of {@code closed} are in one lock each, with a gap between the two. */
  private static final String ADAPTER =
      """
      package org.acme;
      import dev.lockjaw.adapter.*;
      import java.nio.ByteBuffer;
      public final class Gap implements SessionAdapter {
        private native int spare();
        public UserSession open(Opening with) { return new Link(with.tls()); }
        static final class Link implements UserSession {
          private final java.nio.channels.ByteChannel tls;
          private boolean closed;
          Link(java.nio.channels.ByteChannel tls) { this.tls = tls; }
          private synchronized boolean closed() { return closed; }
          private synchronized void write(byte[] data) throws Exception {
            tls.write(ByteBuffer.wrap(data));
          }
          public void send(byte[] data) throws Exception {
            if (!closed()) { write(data); }
          }
          public void receive() {}
          public synchronized void free() throws Exception {
            closed = true;
            tls.close();
          }
        }
      }
      """;

  private static final String[] CELL = {
    "--scenario=write-free", "--strategy=Gap", "--transport=jsse"
  };

  @TempDir private Path directory;

  private Path plugin() throws IOException {
    return new PluginFolder(directory).plugin("acme", SessionAdapter.class, "Gap", ADAPTER);
  }

  private CommandRun.Outcome run(String command, String... more) throws Exception {
    String[] args = new String[1 + more.length];
    args[0] = command;
    System.arraycopy(more, 0, args, 1, more.length);
    return new Child(directory).run(args);
  }

  private void refused(String line, String... options) {
    assertThatThrownBy(() -> Plugins.of(directory, options))
        .isInstanceOf(UsageException.class)
        .hasMessage(line);
  }

  @Test
  void aTokenOfAWovenRunIsReplayedByTheLineThatTheFindingShows() throws Exception {
    Path jar = new PluginFolder(directory).jar(plugin());
    CommandRun.Outcome found =
        run("run", CELL[0], CELL[1], CELL[2], "--plugin", jar.toString(), "--weave", "org.acme..");

    assertThat(found.code()).as(found.err()).isEqualTo(ExitCode.FINDING);
    assertThat(found.out())
        .contains("use-after-free in write-free/Gap/jsse", "Gap.Link.closed line 11: lock");
    assertThat(found.err()).contains("lockjaw: not woven: org.acme.Gap.spare: a native method");
    Matcher line =
        Pattern.compile("scripts/lockjaw replay (LJ2/\\S+) (--plugin \\S+ --weave org.acme..)\\s")
            .matcher(found.out().replaceAll("\\\\\\s+", ""));
    assertThat(line.find()).as(found.out()).isTrue();

    CommandRun.Outcome again = run("replay", (line.group(1) + ' ' + line.group(2)).split(" "));
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.FINDING);
    assertThat(again.out()).contains("finding shows: use-after-free");

    CommandRun.Outcome unwoven = run("replay", line.group(1), "--plugin", jar.toString());
    assertThat(unwoven.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unwoven.err())
        .contains(
            "the token is for woven classes of Gap; give --plugin and --weave as the run had");
  }

  @Test
  void withoutItNothingIsWoven() throws Exception {
    CommandRun.Outcome run = run("run", CELL[0], CELL[1], CELL[2], "--plugin", plugin().toString());

    assertThat(run.out()).doesNotContain("LJ2/");
    assertThat(run.err()).doesNotContain("woven");
  }

  @Test
  void aPatternThatMatchesNothingIsAUsageErrorWithNearNames() throws Exception {
    String path = plugin().toString();
    refused(
        "--weave 'org.acmee..' matches no class of --plugin; near: org.acme",
        "run",
        "--plugin",
        path,
        "--weave",
        "org.acmee..");
    refused(
        "--weave 'dev.lockjaw..' matches no class of --plugin",
        "run",
        "--plugin",
        path,
        "--weave=dev.lockjaw..");
    refused(
        "--weave '' matches no class of --plugin", "run", "--plugin", path, "--weave=org.acme,");
    refused("--weave needs --plugin, whose classes it weaves", "run", "--weave", "org.acme");
  }
}
