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
import java.util.List;
import java.util.Map;

/** Runs real libraries, each time in a new JVM with nothing else on its class path. */
public final class Attempts implements AutoCloseable {
  /** The longest time for a child. It should end by itself before that. */
  private static final Duration MOST = Once.MOST.plusSeconds(20);

  /** The first character of the lines that a JVM prints when it dies. */
  private static final String LAST_WORDS = "#";

  private final Path folder;
  private final KeyFile keys;
  private final ClassPaths libraries = new ClassPaths();

  /**
   * @param folder for the files of children
   * @throws IOException if no key can be made
   */
  public Attempts(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.keys = KeyFile.make(folder);
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
   * Makes one attempt, which may consist of several tries.
   *
   * @throws IOException if no JVM can be started, or the library can't be resolved
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
            .withPaths(libraries.of(release));
    try (ChildJvm child = ChildJvm.start(folder, launch)) {
      List<String> output = outputOf(child);
      return Seen.parse(output).plus(end(child.death()));
    }
  }

  private static List<String> outputOf(ChildJvm child) throws IOException, InterruptedException {
    List<String> output = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(child.output(), StandardCharsets.US_ASCII))) {
                lines.lines().filter(line -> !line.startsWith(LAST_WORDS)).forEach(output::add);
              } catch (IOException | RuntimeException gone) {
                // the child is dead; its earlier output counts
              }
            },
            "corpus-reader");
    reader.setDaemon(true);
    reader.start();
    if (!child.await(MOST)) {
      child.end();
    }
    reader.join();
    return output;
  }

  /** A process that the library kills counts as a try of its own. */
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

  private static Path drivers() throws IOException {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException strange) {
      throw new IOException("the drivers are in no file", strange);
    }
  }

  @Override
  public void close() {
    libraries.close();
  }
}
