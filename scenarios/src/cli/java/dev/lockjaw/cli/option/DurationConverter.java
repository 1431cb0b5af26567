package dev.lockjaw.cli.option;

import dev.lockjaw.input.Durations;
import dev.lockjaw.input.InputException;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 60s}, {@code 5m}, {@code 1h}. */
public final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String value) {
    try {
      return Durations.parse(value);
    } catch (InputException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
