package dev.lockjaw.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 60s}, {@code 5m}, {@code 1h}. */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

  @Override
  public Duration convert(String value) {
    Matcher form = FORM.matcher(value.strip());
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is not a duration; write it as 500ms, 60s, 5m or 1h");
    }
    long number = Long.parseLong(form.group(1));
    if (number == 0) {
      throw new TypeConversionException("'" + value + "' is no time at all; name at least 1ms");
    }
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
