package dev.lockjaw.corpus.search;

import dev.lockjaw.body.LockjawExplorer;
import dev.lockjaw.result.CellResult;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.LogManager;

/**
 * The main class of the child JVM of one search. Its arguments are a black box, which it ignores,
 * the file for the {@link CellResult}, the bug, the setting of the release, the budget in seconds,
 * and, to replay one interleaving instead, its token.
 */
public final class SearchMain {
  private static final int TOKEN = 5;

  private SearchMain() {}

  /** Searches or replays. */
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset(); // libraries warn of what the search does to them
    Search search = Search.of(args[2]);
    LockjawExplorer explorer = search.explorer(args[2]);
    LockjawExplorer.Body body = search.body().apply(args[3]);
    CellResult result =
        args.length > TOKEN
            ? explorer.replay(args[TOKEN], body)
            : explorer.budget(Duration.ofSeconds(Long.parseLong(args[4]))).explore(body);
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      out.writeObject(result);
    }
    Runtime.getRuntime().halt(0); // a library's threads may be left
  }
}
