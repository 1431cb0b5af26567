package dev.lockjaw.result;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A schedule of a cell as text, such as {@code LJ1/write-free/none/jsse/tls1.2/4.1/3f2a}: the
 * version of the format, the cell, the schedule, and a check of all that.
 */
public record Token(boolean woven, CellId cell, Schedule schedule) {
  private static final String VERSION = "LJ1";

  /** Of schedules whose decisions are counted among all that woven code does. */
  private static final String WOVEN = "LJ2";

  private static final int PARTS = 7;

  /** A token of a cell in which nothing is woven. */
  public Token(CellId cell, Schedule schedule) {
    this(false, cell, schedule);
  }

  public String text() {
    String body = String.join("/", woven ? WOVEN : VERSION, cell.text(), schedule.text());
    return body + '/' + check(body);
  }

  /**
   * Reads the result of {@link #text}.
   *
   * @throws MalformedTokenException if the text is something else; its message is one line for
   *     people
   */
  public static Token parse(String text) {
    String[] parts = text.strip().split("/", -1);
    if (!parts[0].matches("LJ\\d+")) {
      throw new MalformedTokenException(
          "'" + text + "' is not a replay token: one begins with " + VERSION + "/");
    }
    if (!parts[0].equals(VERSION) && !parts[0].equals(WOVEN)) {
      throw new MalformedTokenException(
          "token version "
              + parts[0]
              + " is not known here: this Lockjaw reads "
              + VERSION
              + " and "
              + WOVEN
              + "; replay it with the version that printed it");
    }
    if (parts.length != PARTS) {
      throw new MalformedTokenException(
          "'"
              + text
              + "' is not a whole replay token: it has "
              + parts.length
              + " parts of "
              + PARTS);
    }
    String body = text.strip().substring(0, text.strip().lastIndexOf('/'));
    if (!check(body).equals(parts[6])) {
      throw new MalformedTokenException(
          "'" + text + "' is damaged: its check is " + parts[6] + " and should be " + check(body));
    }
    Optional<Schedule> schedule = Schedule.parse(parts[5]);
    if (schedule.isEmpty()) {
      throw new MalformedTokenException("'" + parts[5] + "' is not a schedule");
    }
    return new Token(
        parts[0].equals(WOVEN), new CellId(parts[1], parts[2], parts[3], parts[4]), schedule.get());
  }

  private static String check(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return String.format("%04x", crc.getValue() & 0xFFFF);
  }
}
