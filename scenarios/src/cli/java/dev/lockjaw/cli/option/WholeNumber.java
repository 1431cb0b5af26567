package dev.lockjaw.cli.option;

import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers; an error for anything else names the value. */
public final class WholeNumber {
  private WholeNumber() {}

  public static int ofInt(String value) {
    return read(value, Integer::valueOf);
  }

  public static long ofLong(String value) {
    return read(value, Long::valueOf);
  }

  private static <N> N read(String value, Function<String, N> reader) {
    try {
      return reader.apply(value.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + value + "' is not a whole number");
    }
  }
}
