package dev.lockjaw.cli.option;

import dev.lockjaw.transport.Protocol;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TLS version by its id. */
public final class ProtocolConverter implements ITypeConverter<Protocol> {
  /** The possible values, for the help text. */
  static final class Ids implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Protocol.values()).map(Protocol::id).iterator();
    }
  }

  @Override
  public Protocol convert(String value) {
    return Arrays.stream(Protocol.values())
        .filter(protocol -> protocol.id().equals(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + value + "' is not " + ids()));
  }

  private static String ids() {
    return Arrays.stream(Protocol.values()).map(Protocol::id).collect(Collectors.joining(" or "));
  }
}
