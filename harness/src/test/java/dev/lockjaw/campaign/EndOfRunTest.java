package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.run.PlainTextTransport;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A JVM that ends in the middle of a cell. */
@Timeout(120)
class EndOfRunTest {
  private static final class Exits implements Scenario {
    @Override
    public String id() {
      return "exits";
    }

    @Override
    public String description() {
      return "for a test";
    }

    @Override
    public void arrange(Stage stage) {
      stage.actor("closer", () -> System.exit(3));
    }
  }

  /** What the child does. */
  static final class Child {
    public static void main(String[] args) throws Exception {
      SingleCell.explore(
          Cells.cell(new Exits(), "none", PlainTextTransport.DUPLEX), Limits.exhaust(0));
    }
  }

  @Test
  void saysWhichThreadEndsItAndWhere() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isEqualTo(3);
    assertThat(printed)
        .contains(
            "lockjaw: thread closer calls System.exit during"
                + " exits/none/plain-text-duplex/tls1.3 and ends the JVM")
        .contains("EndOfRunTest$Exits");
  }
}
