package dev.lockjaw.input;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations such as {@code 500ms}, {@code 60s}, {@code 5m} and {@code 1h}. Any thread. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

  private Durations() {}

  /**
   * The duration that a text stands for, at least a millisecond.
   *
   * @throws InputException if it is not a duration, or zero
   */
  public static Duration parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new InputException(
          "'" + text + "' is not a duration; write it as 500ms, 60s, 5m or 1h");
    }
    long number = Long.parseLong(form.group(1));
    if (number == 0) {
      throw new InputException("'" + text + "' is no time at all; name at least 1ms");
    }
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
