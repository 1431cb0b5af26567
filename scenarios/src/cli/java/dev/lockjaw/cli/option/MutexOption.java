package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.input.Near;
import dev.lockjaw.sync.MutexKind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option for the kind of mutex. */
public final class MutexOption {
  static final String NAME = "--mutex";

  @Option(
      names = NAME,
      paramLabel = "KIND",
      defaultValue = "jvm",
      converter = Converter.class,
      completionCandidates = Ids.class,
      description =
          "The kind of mutex: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. With pthread, a"
              + " double lock is reported with the error text of the C library.")
  private MutexKind kind;

  /**
   * The kind that the user named.
   *
   * @throws UsageException if this machine lacks that kind
   */
  public MutexKind kind() {
    kind.unavailable()
        .ifPresent(
            reason -> {
              throw new UsageException(
                  NAME + " " + kind.id() + " is not available here: " + reason);
            });
    return kind;
  }

  /** The possible values, for the help text. */
  static final class Ids implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ids().iterator();
    }
  }

  static final class Converter implements ITypeConverter<MutexKind> {
    @Override
    public MutexKind convert(String value) {
      return Arrays.stream(MutexKind.values())
          .filter(kind -> kind.id().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + value
                          + "' is not "
                          + String.join(" or ", ids())
                          + Near.clause(value, ids())));
    }
  }

  private static List<String> ids() {
    return Arrays.stream(MutexKind.values()).map(MutexKind::id).toList();
  }
}
