package dev.lockjaw.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code I/N}. */
public final class ShardConverter implements ITypeConverter<Shard> {
  private static final String NUMBER = "\\d{1,6}";

  @Override
  public Shard convert(String value) {
    String[] parts = value.strip().split("/", -1);
    if (parts.length != 2 || !parts[0].matches(NUMBER) || !parts[1].matches(NUMBER)) {
      throw new TypeConversionException("'" + value + "' is not I/N, such as 1/3");
    }
    Shard shard = new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    if (shard.index() < 1 || shard.index() > shard.count()) {
      throw new TypeConversionException(
          "'" + value + "' is not a shard: the first of N is 1/N, the last is N/N");
    }
    return shard;
  }
}
