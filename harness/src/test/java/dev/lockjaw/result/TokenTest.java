package dev.lockjaw.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockjaw.campaign.Cells;
import dev.lockjaw.result.Schedule.Deviation;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.PlainTextTransport;
import dev.lockjaw.run.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final Token TOKEN =
      new Token(
          new CellId("write-free", "none", "jsse", "tls1.2"),
          new Schedule(List.of(new Deviation(4, 1), new Deviation(9, 0))));

  @Test
  void readsAsItsParts() {
    assertThat(TOKEN.text()).startsWith("LJ1/write-free/none/jsse/tls1.2/4.1_9.0/");
  }

  @Test
  void isOfACell() {
    Cell cell = Cells.cell(Scene.WRITE_FREE, "plain", PlainTextTransport.SERIAL);
    assertThat(cell.token(Schedule.DEFAULT).text())
        .startsWith("LJ1/write-free/plain/plain-text-serial/tls1.3/0/");
  }

  @Test
  void comesBackFromText() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      CellId cell = new CellId(word(random), word(random), word(random), word(random));
      Token token = new Token(cell, schedule(random));
      assertThat(Token.parse(token.text())).isEqualTo(token);
      assertThat(Token.parse(" " + token.text() + "\n")).as("as pasted").isEqualTo(token);
    }
  }

  private static String word(Random random) {
    String letters = "abcxyz0189-._";
    StringBuilder word = new StringBuilder();
    for (int left = 1 + random.nextInt(12); left > 0; left--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private static Schedule schedule(Random random) {
    List<Deviation> deviations = new ArrayList<>();
    int decision = -1;
    for (int left = random.nextInt(6); left > 0; left--) {
      decision += 1 + random.nextInt(50);
      deviations.add(new Deviation(decision, random.nextInt(5)));
    }
    return new Schedule(deviations);
  }

  private static void assertMalformed(String text, String... says) {
    assertThatExceptionOfType(MalformedTokenException.class)
        .isThrownBy(() -> Token.parse(text))
        .satisfies(
            malformed -> {
              assertThat(malformed).hasMessageContainingAll(says);
              assertThat(malformed.getMessage()).doesNotContain("\n");
            });
  }

  @Test
  void somethingElse() {
    assertMalformed("hello", "'hello' is not a replay token", "LJ1/");
    assertMalformed("", "is not a replay token");
    assertMalformed("/LJ1", "is not a replay token");
  }

  @Test
  void anotherVersion() {
    assertMalformed("LJ7/what/ever", "LJ7", "LJ1", "replay it with the version that printed it");
  }

  @Test
  void partOfOne() {
    String text = TOKEN.text();
    assertMalformed("LJ1", "not a whole replay token", "1 parts of 7");
    assertMalformed(text.substring(0, text.lastIndexOf('/')), "6 parts of 7");
    assertMalformed(text + "/more", "8 parts of 7");
  }

  @Test
  void everyChangedCharacter() {
    String text = TOKEN.text();
    for (int i = 4; i < text.length(); i++) {
      if (text.charAt(i) != '/') {
        char other = text.charAt(i) == 'x' ? 'y' : 'x';
        assertMalformed(
            text.substring(0, i) + other + text.substring(i + 1), "is damaged", "check");
      }
    }
  }

  /** The check holds, and what it checks is no schedule. */
  @Test
  void noSchedule() {
    assertMalformed(
        "LJ1/s/l/t/p/9.1_4.0/" + check("LJ1/s/l/t/p/9.1_4.0"), "'9.1_4.0' is not a schedule");
  }

  /** The token that the message about a wrong check suggests. */
  private static String check(String body) {
    try {
      Token.parse(body + "/no");
      throw new AssertionError("that can't be the check");
    } catch (MalformedTokenException damaged) {
      String message = damaged.getMessage();
      return message.substring(message.length() - 4);
    }
  }
}
