package dev.lockjaw.cli.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.Missing;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.run.Registry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandTest {
  private static final Registry REGISTRY = Registry.load(ListCommandTest.class.getClassLoader());

  @TempDir Path directory;

  @Test
  void listsScenariosInOneTable() {
    CommandRun.Outcome outcome = new CommandRun(directory).run("list", "scenarios");

    assertThat(outcome.out().lines())
        .hasSizeGreaterThanOrEqualTo(REGISTRY.scenarios().size())
        .contains(
            "write-free           one thread frees the session while another writes",
            "double-lock-ping     an idle tick, delivered inside the read, sends a ping");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @Test
  void listsStrategiesFromTheControlToTheFix() {
    CommandRun.Outcome outcome = new CommandRun(directory).width(120).run("list", "strategies");

    assertThat(outcome.out().lines().map(line -> line.split(" ")[0]))
        .containsExactlyElementsOf(REGISTRY.strategies().stream().map(Locking::id).toList())
        .startsWith("none", "global", "plain");
  }

  @Test
  void listsTransportsWithTheirContractAndWhyOneIsNotThere() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).with(new Missing()).width(200).run("list", "transports");

    assertThat(outcome.out())
        .containsPattern("(?m)^jsse +DUPLEX  SSLEngine of .*")
        .containsPattern("(?m)^bc +DUPLEX  Bouncy Castle .*")
        .contains(
            "missing    SERIAL  a stack that is nowhere; unavailable: libmissing.so.1 is not"
                + " installed; apt-get install libmissing1");
  }

  @Test
  void listsWhatCanBeReproduced() {
    CommandRun.Outcome outcome = new CommandRun(directory).run("list", "bugs");

    assertThat(outcome.out()).contains("double-lock-ping", "free-while-writing");
  }

  @ParameterizedTest
  @CsvSource({
    "scenarios,60",
    "scenarios,80",
    "strategies,60",
    "strategies,80",
    "transports,60",
    "transports,80",
    "bugs,60",
    "bugs,80"
  })
  void isNoWiderThanTheTerminal(String list, int width) {
    CommandRun.Outcome outcome = new CommandRun(directory).width(width).run("list", list);

    assertThat(outcome.lines()).allMatch(line -> line.length() <= width);
  }
}
