package dev.lockjaw.corpus;

import dev.lockjaw.corpus.search.Search;
import dev.lockjaw.corpus.search.SearchMain;
import dev.lockjaw.process.ChildJvm;
import dev.lockjaw.process.ClassPath;
import dev.lockjaw.process.Launch;
import dev.lockjaw.result.CellResult;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explores ordinary test bodies with real libraries, each time in a new JVM. */
public final class Searches implements AutoCloseable {
  /**
   * What a child takes besides its budget at most: to start, and to run what it has found again.
   */
  private static final Duration BESIDES = Duration.ofMinutes(4);

  /** The search needs no optimising compiler; see {@code scripts/lockjaw}. */
  private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1");

  private final Path folder;
  private final Duration budget;
  private final ClassPaths libraries = new ClassPaths();

  /**
   * @param folder for the files of children
   * @param budget for the exploration of one release
   */
  public Searches(Path folder, Duration budget) {
    this.folder = folder;
    this.budget = budget;
  }

  /** Whether a body is known that shows a bug. */
  public static boolean has(Entry entry) {
    return Search.bugs().contains(entry.id());
  }

  /**
   * Resolves the libraries of an entry.
   *
   * @throws UnresolvableException names the first artefact that can't be resolved
   */
  public void prepare(Entry entry) throws UnresolvableException {
    libraries.prepare(entry);
  }

  /**
   * Searches in one release.
   *
   * @throws IOException if the child dies or does not end, with the reason
   */
  public CellResult search(Entry entry, Release release) throws IOException, InterruptedException {
    return child(entry, release, List.of());
  }

  /**
   * Runs one interleaving again.
   *
   * @param token as a finding shows it
   * @throws IOException if the child dies or does not end, with the reason
   */
  public CellResult replay(Entry entry, Release release, String token)
      throws IOException, InterruptedException {
    return child(entry, release, List.of(token));
  }

  private CellResult child(Entry entry, Release release, List<String> token)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "search", ".result");
    List<String> arguments = new ArrayList<>();
    arguments.add(file.toString());
    arguments.add(entry.id());
    arguments.add(release.setting() == null ? "" : release.setting());
    arguments.add(String.valueOf(budget.toSeconds()));
    arguments.addAll(token);
    String classPath =
        Stream.concat(
                libraries.of(release).stream().map(path -> path.toAbsolutePath().toString()),
                Stream.of(ClassPath.ofThisJvm()))
            .collect(Collectors.joining(File.pathSeparator));
    Launch launch = new Launch(SearchMain.class.getName(), arguments, classPath, OPTIONS, Map.of());
    try (ChildJvm child = ChildJvm.start(folder, launch)) {
      boolean ended = child.await(budget.plus(BESIDES));
      if (!ended) {
        child.end();
        throw new IOException("the search did not end");
      }
      if (Files.size(file) == 0) {
        throw new IOException("the process of the search " + child.death().text());
      }
    }
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
      return (CellResult) in.readObject();
    } catch (ClassNotFoundException strange) {
      throw new IOException("the result of the search cannot be read", strange);
    }
  }

  @Override
  public void close() {
    libraries.close();
  }
}
