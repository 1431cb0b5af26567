package dev.lockjaw.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlackBoxTest {
  @TempDir private Path folder;

  private BlackBox open() throws IOException {
    return new BlackBox(folder.resolve("box"));
  }

  @Test
  void anotherProcessReadsWhatWasWritten() throws IOException {
    BlackBox mine = open();
    BlackBox other = open();
    mine.put(7, Long.MIN_VALUE);
    mine.append("4.1 ");
    mine.append("9.0 ");
    assertThat(other.get(7)).isEqualTo(Long.MIN_VALUE);
    assertThat(other.text()).isEqualTo("4.1 9.0 ");
    mine.clearText();
    assertThat(other.text()).isEmpty();
  }

  @Test
  void aNewBoxIsEmpty() throws IOException {
    assertThat(open().text()).isEmpty();
    assertThat(open().get(0)).isZero();
  }

  @Test
  void textThatDoesNotFitIsLeftOut() throws IOException {
    BlackBox box = open();
    for (int i = 0; i < 5_000; i++) {
      box.append("0123456789");
    }
    assertThat(box.text()).startsWith("01234").hasSizeBetween(15_000, 16 * 1024);
  }
}
