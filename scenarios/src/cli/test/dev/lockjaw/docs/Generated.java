package dev.lockjaw.docs;

import dev.lockjaw.architecture.Layer;
import dev.lockjaw.cli.Shell;
import dev.lockjaw.explain.Text;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Parts of pages that are written from what the program says of itself. */
final class Generated {
  private static final int LAYER_WIDTH = 76;
  private static final String COMMAND = "command ";
  static final CommandLine ROOT = Shell.commands();

  private Generated() {}

  /** The regions that a page on the command line must have. */
  static Set<String> commands() {
    return ROOT.getSubcommands().keySet().stream()
        .filter(name -> !name.equals("help"))
        .map(name -> COMMAND + name)
        .collect(Collectors.toSet());
  }

  /** Every option there is. */
  static Set<String> options() {
    return Stream.concat(Stream.of(ROOT), ROOT.getSubcommands().values().stream())
        .flatMap(command -> command.getCommandSpec().options().stream())
        .flatMap(option -> Arrays.stream(option.names()))
        .collect(Collectors.toSet());
  }

  static List<String> of(String name) {
    if (name.startsWith(COMMAND)) {
      return command(ROOT.getSubcommands().get(name.substring(COMMAND.length())).getCommandSpec());
    }
    return switch (name) {
      case "common options" -> around(options(ROOT.getCommandSpec().options()));
      case "layers" -> around(layers());
      case "finding kinds" -> around(kinds());
      default -> throw new AssertionError("nothing generates '" + name + "'");
    };
  }

  private static List<String> kinds() {
    List<String> table = new ArrayList<>(List.of("| kind | sign | meaning |", "|---|---|---|"));
    for (FindingKind kind : FindingKind.values()) {
      table.add(row("`" + kind.id() + "`", "`" + kind.sign() + "`", kind.meaning()));
    }
    return table;
  }

  /** A stack of boxes, the highest layer first. */
  private static List<String> layers() {
    String edge = "+" + "-".repeat(LAYER_WIDTH + 2) + "+";
    List<String> picture = new ArrayList<>(List.of("```text", edge));
    for (int i = Layer.values().length - 1; i >= 0; i--) {
      Layer layer = Layer.values()[i];
      picture.add(boxed(layer.holds()));
      Text.wrap(String.join(", ", layer.packages()), LAYER_WIDTH - 2)
          .forEach(line -> picture.add(boxed("  " + line)));
      picture.add(edge);
    }
    picture.add("```");
    return picture;
  }

  private static String boxed(String text) {
    return "| " + Text.pad(text, LAYER_WIDTH) + " |";
  }

  private static List<String> command(CommandSpec command) {
    List<String> lines = new ArrayList<>();
    String parameters =
        command.positionalParameters().stream()
            .map(one -> one.arity().min() == 0 ? "[" + one.paramLabel() + "]" : one.paramLabel())
            .collect(Collectors.joining(" "));
    lines.add("```sh");
    lines.add(("scripts/lockjaw " + command.name() + " [OPTIONS] " + parameters).strip());
    lines.add("```");
    lines.add("");
    lines.add(text(command.usageMessage().description()));
    lines.add("");
    List<ArgSpec> own = new ArrayList<>(command.positionalParameters());
    Set<String> common =
        ROOT.getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .collect(Collectors.toSet());
    command.options().stream()
        .filter(option -> !common.contains(option.longestName()))
        .forEach(own::add);
    if (!own.isEmpty()) {
      lines.addAll(options(own));
      lines.add("");
    }
    String footer = text(command.usageMessage().footer());
    if (!footer.isEmpty()) {
      lines.add(footer);
    }
    return around(lines);
  }

  private static List<String> options(List<? extends ArgSpec> all) {
    List<String> table = new ArrayList<>(List.of("| option | meaning |", "|---|---|"));
    for (ArgSpec one : all) {
      table.add(row("`" + label(one) + "`", text(one.description())));
    }
    return table;
  }

  private static String label(ArgSpec one) {
    if (one instanceof PositionalParamSpec) {
      return one.paramLabel();
    }
    String names = String.join("`, `", ((OptionSpec) one).names());
    return one.arity().max() == 0 ? names : names + " " + one.paramLabel();
  }

  private static String text(String[] lines) {
    return Arrays.stream(lines)
        .map(CommandLine.Help.Ansi.OFF::string)
        .collect(Collectors.joining(" "))
        .replace("%%", "%") // picocli formats these texts
        .replace("<", "&lt;")
        .replace("*", "\\*")
        .replace("|", "\\|")
        .strip();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Markdown wants an empty line beside a comment. */
  private static List<String> around(List<String> lines) {
    List<String> all = new ArrayList<>(List.of(""));
    all.addAll(lines);
    if (!all.get(all.size() - 1).isEmpty()) {
      all.add("");
    }
    return all;
  }
}
