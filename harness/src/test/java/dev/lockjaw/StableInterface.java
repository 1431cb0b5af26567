package dev.lockjaw;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.output.stdout.StdoutOutputGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apiguardian.api.API;

/** What users build on: the classes that are marked so, as a jar of them alone. */
record StableInterface(byte[] jar) {
  private static final String SUFFIX = ".class";

  /** How one came of another. */
  enum Change {
    NONE,
    GROWN,
    BREAKS_USERS
  }

  /**
   * @param text as japicmp prints it
   */
  record Comparison(Change change, String text, int classes) {}

  /** That of a folder of classes. */
  static StableInterface of(Path folder, ClassLoader loader) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Class<?> type : classes(folder, loader)) {
        String name = type.getName().replace('.', '/') + SUFFIX;
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same bytes for the same classes
        zip.putNextEntry(entry);
        Files.copy(folder.resolve(name), zip);
      }
    }
    return new StableInterface(bytes.toByteArray());
  }

  /** The classes of a folder that are marked, by name. */
  static List<Class<?>> classes(Path folder, ClassLoader loader) throws IOException {
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        String path = folder.relativize(file).toString();
        if (path.endsWith(SUFFIX) && !path.endsWith("-info" + SUFFIX)) {
          Class<?> type = load(path, loader);
          if (marked(type)) {
            classes.add(type);
          }
        }
      }
    }
    return classes;
  }

  private static Class<?> load(String path, ClassLoader loader) {
    String name = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static boolean marked(Class<?> type) {
    API mark = type.getAnnotation(API.class);
    return mark != null && mark.status() == API.Status.STABLE;
  }

  /** What became of it. */
  Comparison to(StableInterface now) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    List<JApiClass> classes =
        new JarArchiveComparator(options)
            .compare(
                new JApiCmpArchive(jar, "before", "before"),
                new JApiCmpArchive(now.jar, "now", "now"));
    Options all = Options.newDefault();
    all.setOutputOnlyModifications(true);
    Change change = change(classes);
    int compared = classes.size(); // the generator takes those out that are as they were
    return new Comparison(change, new StdoutOutputGenerator(all, classes).generate(), compared);
  }

  private static Change change(List<JApiClass> classes) {
    if (!classes.stream().allMatch(one -> one.isBinaryCompatible() && one.isSourceCompatible())) {
      return Change.BREAKS_USERS;
    }
    return classes.stream().allMatch(one -> one.getChangeStatus() == JApiChangeStatus.UNCHANGED)
        ? Change.NONE
        : Change.GROWN;
  }
}
