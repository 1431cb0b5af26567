package dev.lockjaw.weave;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replays the wrong sessions of {@link WovenSessionsTest} in fresh JVMs, and counts how often each
 * shows its finding again. A JVM replays all of them, each JVM from another one on, so that no
 * session depends on what ran before it. {@code scripts/fresh-replays} starts it.
 */
final class FreshReplays {
  private FreshReplays() {}

  /** A finding to be shown again. */
  private record Known(String session, FindingKind kind, String token) {
    static Known of(String line) {
      String[] parts = line.split(" ");
      return new Known(parts[0], FindingKind.valueOf(parts[1]), parts[2]);
    }

    String line() {
      return session + ' ' + kind + ' ' + token;
    }

    /** Whether a replay follows the schedule to its end and shows the finding. */
    boolean shows() throws Exception {
      CellResult again = WovenCells.replay(session, token);
      return again.ending().text() == null
          && again.findings().stream().anyMatch(finding -> finding.kind() == kind);
    }
  }

  /**
   * @param args the number of JVMs, then options for them; or {@code child}, a file, and the number
   *     of the line to begin with
   */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("child")) {
      replay(Path.of(args[1]), Integer.parseInt(args[2]));
    } else {
      count(Integer.parseInt(args[0]), List.of(args).subList(1, args.length));
    }
  }

  private static void replay(Path file, int first) throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Collections.rotate(lines, -first);
    for (String line : lines) {
      Known known = Known.of(line);
      System.out.println("replayed " + known.session() + ' ' + known.shows());
    }
  }

  private static void count(int times, List<String> options) throws Exception {
    List<Known> all = explored();
    Path file = Files.createTempFile("fresh-replays", ".txt");
    Path out = Files.createTempFile("fresh-replays", ".out");
    Map<String, Integer> shown = new TreeMap<>();
    try {
      Files.write(file, all.stream().map(Known::line).toList());
      for (int i = 0; i < times; i++) {
        child(options, file, i % all.size(), out);
        for (String line : Files.readAllLines(out)) {
          if (line.startsWith("replayed ")) {
            String[] parts = line.split(" ");
            shown.merge(parts[1], Boolean.parseBoolean(parts[2]) ? 1 : 0, Integer::sum);
          }
        }
      }
    } finally {
      Files.delete(file);
      Files.delete(out);
    }
    all.forEach(
        known ->
            System.out.printf(
                "%-28s %3d of %d%n",
                known.session(), shown.getOrDefault(known.session(), 0), times));
    boolean same = all.stream().allMatch(known -> shown.get(known.session()) == times);
    System.out.println(
        "Java "
            + Runtime.version()
            + ": "
            + (same ? "all replays" : "NOT all replays")
            + " show it");
    System.exit(same ? 0 : 1);
  }

  /** Finds what is replayed. */
  private static List<Known> explored() throws Exception {
    List<Known> all = new ArrayList<>();
    for (String line : WovenSessionsTest.WRONG.lines().toList()) {
      String[] parts = line.strip().split(" *\\| *");
      FindingKind kind = FindingKind.valueOf(parts[2]);
      Finding found =
          WovenCells.explore(parts[1], parts[0], 2).findings().stream()
              .filter(finding -> finding.kind() == kind)
              .findFirst()
              .orElseThrow();
      all.add(new Known(parts[0], kind, found.token()));
    }
    return all;
  }

  private static void child(List<String> options, Path file, int first, Path out) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FreshReplays.class.getName(), "child", file.toString()));
    command.add(Integer.toString(first));
    int code =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("a JVM ended with code " + code);
    }
  }
}
