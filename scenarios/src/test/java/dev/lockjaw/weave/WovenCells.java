package dev.lockjaw.weave;

import com.example.woven.Opener;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Token;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sessions of {@code com.example.woven}, each in a loader of its own. */
final class WovenCells {
  private static final Registry REGISTRY = Registry.load(WovenCells.class.getClassLoader());

  private static final Path TESTS = Path.of("src/test/java");

  private WovenCells() {}

  /** The file of a session's class, by its simple name. */
  static Path source(String type) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS.resolve("com/example/woven"))) {
      return files.filter(file -> file.endsWith(type + ".java")).findFirst().orElseThrow();
    }
  }

  static Cell cell(String scenario, SessionAdapter sessions) {
    return Cell.of(
        one(REGISTRY.scenarios(), Scenario::id, scenario),
        sessions,
        one(REGISTRY.transports(), Transport::id, "jsse"),
        Protocol.TLS_1_2);
  }

  static SessionAdapter woven(String type) throws IOException {
    WeavingLoader loader =
        new WeavingLoader(
            WovenCells.class.getClassLoader(), new Scope(List.of("com.example.woven..")));
    String name = TESTS.relativize(source(type)).toString();
    SessionAdapter original =
        new Opener(name.substring(0, name.lastIndexOf('.')).replace(File.separatorChar, '.'));
    return (SessionAdapter) Copies.of(original, loader);
  }

  static CellResult explore(String scenario, String type, int preemptions) throws Exception {
    return SingleCell.explore(cell(scenario, woven(type)), Limits.exhaust(preemptions));
  }

  static CellResult replay(String type, String token) throws Exception {
    Token parsed = Token.parse(token);
    return SingleCell.replay(cell(parsed.cell().scenario(), woven(type)), parsed);
  }

  private static <T> T one(List<T> all, Function<T, String> id, String name) {
    return all.stream().filter(x -> id.apply(x).equals(name)).findFirst().orElseThrow();
  }

  interface Opens extends Function<Opening, UserSession> {}

  public static void main(String[] args) throws Exception {
    for (int i = 2; i < args.length; i++) {
      long start = System.nanoTime();
      CellResult result =
          args[i].startsWith("builtin:")
              ? SingleCell.explore(
                  Cell.of(
                      one(REGISTRY.scenarios(), Scenario::id, args[0]),
                      one(
                          REGISTRY.strategies(),
                          dev.lockjaw.lock.Locking::id,
                          args[i].substring(8)),
                      one(REGISTRY.transports(), Transport::id, "jsse"),
                      Protocol.TLS_1_2),
                  Limits.exhaust(Integer.parseInt(args[1])))
              : explore(args[0], args[i], Integer.parseInt(args[1]));
      System.out.printf(
          "%s %s: %s, %d schedules, %d pruned, exhausted %s, %.0f ms (connecting %.0f), %.0f/s, first %.0f ms at %d, %s%n",
          args[i],
          args[0],
          result.verdict(),
          result.counts().schedules(),
          result.counts().pruned(),
          result.extent().exhausted(),
          result.times().elapsedMs(),
          result.times().connectMs(),
          result.counts().schedules() / result.times().elapsedMs() * 1000,
          result.times().firstFindingMs(),
          result.times().firstFindingSchedule(),
          result.ending().text());
      System.out.println(
          dev.lockjaw.explain.Explanation.of(
              result, token -> List.of("  " + token), 100, dev.lockjaw.explain.Style.PLAIN));
    }
  }
}
