package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.reports.format.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option for the user's source folders. */
public final class SourceOptions {
  @Option(
      names = "--source-root",
      paramLabel = "DIR",
      description =
          "A folder in which packages of your sources begin, so that results.sarif can point at"
              + " files and report.html can show their lines; may be repeated. Default: src/main/java and the like, here and one"
              + " directory below.")
  private List<Path> roots;

  public Sources sources(Path current) {
    if (roots == null) {
      return Sources.customary(current);
    }
    List<Path> resolved = new ArrayList<>();
    for (Path root : roots) {
      if (!Files.isDirectory(current.resolve(root))) {
        throw new UsageException("--source-root " + root + " is not a directory");
      }
      resolved.add(current.resolve(root));
    }
    return new Sources(current, resolved);
  }
}
