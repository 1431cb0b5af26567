package dev.lockjaw.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareProgressTest {
  private final List<String> run = new ArrayList<>();
  private final CompareStep first = new CompareStep("sections", 40, () -> run.add("sections"));
  private final CompareStep second = new CompareStep("records", 20, () -> run.add("records"));
  private final CompareProgress progress = new CompareProgress(List.of(first, second));

  @Test
  void namesTheStepUnderWayAndTheTimeLeft() {
    assertThat(progress.line(seconds(10))).isEqualTo("measuring sections, about 50 s left");
  }

  @Test
  void whatTakesLongerThanThoughtIsNotSaidToBeDone() {
    assertThat(progress.line(seconds(400))).isEqualTo("measuring sections, about 20 s left");
  }

  @Test
  void theTimeLeftIsEstimatedFromTheFirstSteps() {
    progress.next(first, seconds(80)); // twice what was thought

    assertThat(progress.line(seconds(90))).isEqualTo("measuring records, about 30 s left");
  }

  @Test
  void stepsAreTakenInTurn() {
    progress.run(new Terminal(null, null, 80, false, false), new Interrupt());

    assertThat(run).containsExactly("sections", "records");
  }

  @Test
  void anInterruptEndsThem() {
    Interrupt interrupt = new Interrupt();
    interrupt.happen();

    progress.run(new Terminal(null, null, 80, false, false), interrupt);

    assertThat(run).isEmpty();
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
