package dev.lockjaw.corpus;

import dev.lockjaw.corpus.driver.Driver;
import dev.lockjaw.corpus.driver.Once;
import dev.lockjaw.process.ChildJvm;
import dev.lockjaw.process.Death;
import dev.lockjaw.process.Launch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drives real libraries, each time in a JVM of its own with nothing else on its class path. */
public final class Attempts implements AutoCloseable {
  /** A child ends by itself before that. */
  private static final Duration MOST = Once.MOST.plusSeconds(20);

  /** Begins what a JVM prints when it dies, wherever it prints it. */
  private static final String LAST_WORDS = "#";

  private final Path folder;
  private final KeyFile keys;
  private final Artefacts artefacts = new Artefacts();
  private final Map<Release, List<Path>> libraries = new HashMap<>();

  /**
   * @param folder for what children leave behind
   * @throws IOException if no key can be made
   */
  public Attempts(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.keys = KeyFile.make(folder);
  }

  /**
   * Gets what an entry needs.
   *
   * @throws UnresolvableException naming the first artefact that can't be had
   */
  public void prepare(Entry entry) throws UnresolvableException {
    for (Release release : entry.releases()) {
      library(release);
    }
  }

  /**
   * Makes one attempt, which may be several tries.
   *
   * @throws IOException if no JVM can be started, or the library can't be had
   */
  public Seen once(Entry entry, Release release) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add(Driver.class.getPackageName() + "." + entry.driver());
    arguments.add(keys.path().toString());
    arguments.addAll(release.settings());
    Launch launch =
        new Launch(
                Once.class.getName(),
                arguments,
                drivers().toString(),
                List.of(),
                Map.of(Once.PASSWORD, keys.password()))
            .withPaths(library(release));
    try (ChildJvm child = ChildJvm.start(folder, launch)) {
      List<String> said = said(child);
      return Seen.parse(said).plus(end(child.death()));
    }
  }

  private static List<String> said(ChildJvm child) throws IOException, InterruptedException {
    List<String> said = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(child.output(), StandardCharsets.US_ASCII))) {
                lines.lines().filter(line -> !line.startsWith(LAST_WORDS)).forEach(said::add);
              } catch (IOException | RuntimeException gone) {
                // the child is dead; what it said before that counts
              }
            },
            "corpus-reader");
    reader.setDaemon(true);
    reader.start();
    if (!child.await(MOST)) {
      child.end();
    }
    reader.join();
    return said;
  }

  /** A process that dies of the library is a try of its own. */
  private static Seen end(Death death) {
    String words = "the process " + death.text();
    if (death.isCrash()) {
      return new Seen(1, 0, List.of(), List.of(words), words, List.of());
    }
    if (death.exitCode() != 0) {
      return new Seen(0, 0, List.of(words), List.of(), null, List.of());
    }
    return Seen.NOTHING;
  }

  private synchronized List<Path> library(Release release) throws UnresolvableException {
    List<Path> known = libraries.get(release);
    if (known == null) {
      known = release.artefact() == null ? List.of() : artefacts.classPath(release.artefact());
      libraries.put(release, known);
    }
    return known;
  }

  private static Path drivers() throws IOException {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException strange) {
      throw new IOException("the drivers are in no file", strange);
    }
  }

  @Override
  public void close() {
    artefacts.close();
  }
}
