package dev.lockjaw.corpus;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The class paths of releases, each resolved once. Any thread. */
final class ClassPaths implements AutoCloseable {
  private final Artefacts artefacts = new Artefacts();
  private final Map<Release, List<Path>> known = new HashMap<>();

  /**
   * Resolves the libraries of an entry.
   *
   * @throws UnresolvableException names the first artefact that can't be resolved
   */
  void prepare(Entry entry) throws UnresolvableException {
    for (Release release : entry.releases()) {
      of(release);
    }
  }

  synchronized List<Path> of(Release release) throws UnresolvableException {
    List<Path> paths = known.get(release);
    if (paths == null) {
      paths = release.artefact() == null ? List.of() : artefacts.classPath(release.artefact());
      known.put(release, paths);
    }
    return paths;
  }

  @Override
  public void close() {
    artefacts.close();
  }
}
