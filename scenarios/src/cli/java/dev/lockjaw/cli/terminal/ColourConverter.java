package dev.lockjaw.cli.terminal;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a {@link ColourChoice} by its id. */
public final class ColourConverter implements ITypeConverter<ColourChoice> {
  @Override
  public ColourChoice convert(String value) {
    return Arrays.stream(ColourChoice.values())
        .filter(choice -> choice.id().equals(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + value + "' is not one of " + known()));
  }

  private static String known() {
    return Arrays.stream(ColourChoice.values())
        .map(ColourChoice::id)
        .collect(Collectors.joining(", "));
  }
}
