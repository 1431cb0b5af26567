package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.lock.Locking;
import dev.lockjaw.run.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every bad input gets one line that says what was wrong and what to do, and exit code 2. */
class UsageErrorsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rnu | lockjaw: unknown command 'rnu'; near: run; see: scripts/lockjaw --help
          help rnu | lockjaw: unknown command 'rnu'; near: run; see: scripts/lockjaw --help
          --colour always | lockjaw: unknown option '--colour'; near: --color; see: scripts/lockjaw --help
          list --color=purple | lockjaw list: invalid value for option '--color': 'purple' is not one of auto, always, never; see: scripts/lockjaw list --help
          run --scenarios x | lockjaw run: unknown option '--scenarios'; near: --scenario; see: scripts/lockjaw run --help
          run write-free | lockjaw run: unexpected argument 'write-free'; see: scripts/lockjaw run --help
          run --scenario wirte-free | lockjaw run: no scenario matches 'wirte-free'; near: write-free; see them all with: scripts/lockjaw list scenarios
          run --strategy recursiv | lockjaw run: no strategy matches 'recursiv'; near: recursive; see them all with: scripts/lockjaw list strategies
          run --transport schannel | lockjaw run: no transport matches 'schannel'; see them all with: scripts/lockjaw list transports
          run --scenario zzz* | lockjaw run: no scenario matches 'zzz*'; see them all with: scripts/lockjaw list scenarios
          run --scenario read-free, | lockjaw run: --scenario has an empty name in its list
          run --scenario | lockjaw run: missing required parameter for option '--scenario' (NAMES); see: scripts/lockjaw run --help
          run --protocol tls1.1 | lockjaw run: invalid value for option '--protocol': 'tls1.1' is not tls1.2 or tls1.3; see: scripts/lockjaw run --help
          run --preemptions 11 | lockjaw run: --preemptions 11 is out of range; use 0 to 10
          run --preemptions -1 | lockjaw run: --preemptions -1 is out of range; use 0 to 10
          run --preemptions two | lockjaw run: invalid value for option '--preemptions': 'two' is not a whole number; see: scripts/lockjaw run --help
          run --jobs 0 | lockjaw run: --jobs 0 is out of range; use 1 to 256
          run --jobs many | lockjaw run: invalid value for option '--jobs': 'many' is not a whole number; see: scripts/lockjaw run --help
          run --seed x | lockjaw run: invalid value for option '--seed': 'x' is not a whole number; see: scripts/lockjaw run --help
          run --budget 60 | lockjaw run: invalid value for option '--budget': '60' is not a duration; write it as 500ms, 60s, 5m or 1h; see: scripts/lockjaw run --help
          run --mutex pthred | lockjaw run: invalid value for option '--mutex': 'pthred' is not jvm or pthread; near: pthread; see: scripts/lockjaw run --help
          replay x --mutex futex | lockjaw replay: invalid value for option '--mutex': 'futex' is not jvm or pthread; see: scripts/lockjaw replay --help
          run --resume | lockjaw run: --resume needs --out DIR, the directory of the run to continue
          run --mode stres | lockjaw run: --mode 'stres' is unknown; the modes are explore, stress, jcstress and lincheck
          run --mode lincheck --scenario lincheck-duples | lockjaw run: no scenario matches 'lincheck-duples'; near: lincheck-duplex; lincheck has lincheck-duplex, lincheck-serial
          run --mode lincheck --scenario write-free | lockjaw run: no scenario matches 'write-free'; lincheck has lincheck-duplex, lincheck-serial
          run --mode lincheck --strategy nobody | lockjaw run: no strategy matches 'nobody'; lincheck has STRATEGIES
          run --mode lincheck --transport jsse | lockjaw run: no transport matches 'jsse'; lincheck has model
          run --mode lincheck --shard 1/2 | lockjaw run: --shard does not work with --mode lincheck
          run --mode jcstress --scenario jcstress-free-counter --strategy plain | lockjaw run: none of the selected scenarios of --mode jcstress covers the selected strategies on the selected transports; its scenarios are jcstress-operation-free, jcstress-operation-operation, jcstress-free-free, jcstress-free-counter, jcstress-last-out, jcstress-tls-free
          reproduce | lockjaw reproduce: reproduce which bug? One of double-lock-ping, free-while-writing, netty-989, netty-2093, netty-4296, bc-java-1344, undertow-1839, grizzly-1079, jdk-close-blocked-write, jdk-keyupdate-duplex
          reproduce free-while-writting | lockjaw reproduce: no bug is named 'free-while-writting'; near: free-while-writing; see them all with: scripts/lockjaw list bugs
          reproduce double-lock-ping --transport opensl | lockjaw reproduce: no transport is named 'opensl'; near: openssl; see them all with: scripts/lockjaw list transports
          list | lockjaw list: list what? One of scenarios, strategies, transports, bugs
          list scenaros | lockjaw list: cannot list 'scenaros'; near: scenarios; one of scenarios, strategies, transports, bugs
          replay | lockjaw replay: missing required parameter: 'TOKEN'; see: scripts/lockjaw replay --help
          replay x y | lockjaw replay: unexpected argument 'y'; see: scripts/lockjaw replay --help
          replay x --times 0 | lockjaw replay: --times 0 is out of range; use 1 to 100000
          run --shard 3 | lockjaw run: invalid value for option '--shard': '3' is not I/N, such as 1/3; see: scripts/lockjaw run --help
          run --shard 0/3 | lockjaw run: invalid value for option '--shard': '0/3' is not a shard: the first of N is 1/N, the last is N/N; see: scripts/lockjaw run --help
          run --shard 4/3 | lockjaw run: invalid value for option '--shard': '4/3' is not a shard: the first of N is 1/N, the last is N/N; see: scripts/lockjaw run --help
          run --scenario write-free --strategy none --transport bc --shard 1/2 | lockjaw run: --shard 1/2 names more shards than there are cells: 1 cell can make that many shards at most
          run --baseline none.txt | lockjaw run: cannot read --baseline none.txt: no such file or directory; write one with: scripts/lockjaw baseline RESULTS --to none.txt
          run --basline none.txt | lockjaw run: unknown option '--basline'; near: --baseline; see: scripts/lockjaw run --help
          run --source-root nowhere | lockjaw run: --source-root nowhere is not a directory
          baseline | lockjaw baseline: missing required parameter: 'RESULTS'; see: scripts/lockjaw baseline --help
          baseline nowhere | lockjaw baseline: no results in nowhere: no such file; name the directory of a run, or its results.jsonl
          baseline . | lockjaw baseline: no results in .: it has no results.jsonl; name the directory of a run, or its results.jsonl
          gate | lockjaw gate: missing required parameter: 'RESULTS'; see: scripts/lockjaw gate --help
          gate nowhere | lockjaw gate: no results in nowhere: no such file; name the directory of a run, or its results.jsonl
          gat nowhere | lockjaw: unknown command 'gat'; near: gate; see: scripts/lockjaw --help
          merge | lockjaw merge: missing required parameter: 'DIR'; see: scripts/lockjaw merge --help
          merge nowhere | lockjaw merge: no results in nowhere: no such file; name the directory of a run, or its results.jsonl
          doctor now | lockjaw doctor: unexpected argument 'now'; see: scripts/lockjaw doctor --help
          """)
  void isReportedInOneLine(String line, String message) {
    CommandRun.Outcome outcome = new CommandRun(directory).run(line.split(" "));

    String names =
        Registry.load(getClass().getClassLoader()).strategies().stream()
            .map(Locking::id)
            .collect(Collectors.joining(", "));
    assertThat(outcome.err())
        .isEqualTo(message.replace("STRATEGIES", names) + System.lineSeparator());
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void noCommandGetsAShortHelp() {
    CommandRun.Outcome outcome = new CommandRun(directory).run();

    assertThat(outcome.err()).contains("Usage: lockjaw", "reproduce", "scripts/lockjaw run");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void isWrappedOnATerminal() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).live().width(60).run("run", "--scenario", "wirte-free");

    assertThat(outcome.err().lines()).hasSize(3).allMatch(line -> line.length() <= 60);
  }

  @Test
  void anOutputDirectoryWithResultsIsNotWrittenOver() throws Exception {
    Path out = Files.createDirectory(directory.resolve("out"));
    Files.writeString(out.resolve("results.jsonl"), "precious");

    CommandRun.Outcome outcome = new CommandRun(directory).run("run", "--out", "out");

    assertThat(outcome.err().strip())
        .isEqualTo(
            "lockjaw run: --out "
                + out
                + " already holds results.jsonl; name another directory, or continue that run"
                + " with --resume");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(out.resolve("results.jsonl")).hasContent("precious");
  }

  @Test
  void anOutputDirectoryThatIsAFileIsRefused() throws Exception {
    Path out = Files.writeString(directory.resolve("out"), "precious");

    CommandRun.Outcome outcome = new CommandRun(directory).run("run", "--out", "out");

    assertThat(outcome.err().strip())
        .isEqualTo("lockjaw run: --out " + out + " is not a directory; name another");
    assertThat(outcome.code()).isEqualTo(2);
  }
}
