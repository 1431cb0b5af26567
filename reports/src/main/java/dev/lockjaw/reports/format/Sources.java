package dev.lockjaw.reports.format;

import dev.lockjaw.mark.Marks;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user's own source files. A stack frame is the user's if its class is not Lockjaw's and its
 * file exists below one of the source roots.
 */
public final class Sources {
  /** No files. */
  public static final Sources NONE = new Sources(Path.of(""), List.of());

  private static final List<String> CUSTOMARY =
      List.of("src/main/java", "src/test/java", "src/main/kotlin", "src/test/kotlin", "src");

  private final Path base;
  private final List<Path> roots;
  private final Map<String, Optional<Path>> known = new HashMap<>();
  private final Map<Path, List<String>> texts = new HashMap<>();

  /**
   * The place of a frame in the sources.
   *
   * @param uri relative to the base
   * @param line from 1
   */
  public record Place(String uri, int line) {}

  /**
   * Some lines of a file.
   *
   * @param place the line that they are around
   * @param first the number of the first
   */
  public record Excerpt(Place place, int first, List<String> lines) {}

  /**
   * Sources below some roots.
   *
   * @param base the repository's directory; names of files are relative to it
   * @param roots the directories in which the packages begin, most likely first
   */
  public Sources(Path base, List<Path> roots) {
    this.base = base.toAbsolutePath().normalize();
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /** The usual roots of builds, of a project and of the modules directly below it. */
  public static Sources customary(Path base) {
    List<Path> roots = new ArrayList<>();
    addCustomary(base, roots);
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(base, Files::isDirectory)) {
      List<Path> sorted = new ArrayList<>();
      modules.forEach(sorted::add);
      sorted.sort(null);
      sorted.forEach(module -> addCustomary(module, roots));
    } catch (IOException unreadable) {
      // then it has no sources to point at
    }
    return new Sources(base, roots);
  }

  private static void addCustomary(Path project, List<Path> roots) {
    CUSTOMARY.stream().map(project::resolve).filter(Files::isDirectory).forEach(roots::add);
  }

  /** The place of the user's innermost frame. */
  public Optional<Place> innermost(List<StackTraceElement> stack) {
    return stack.stream().map(this::place).flatMap(Optional::stream).findFirst();
  }

  /** The place of a frame, if it is the user's. */
  public Optional<Place> place(StackTraceElement frame) {
    if (frame.getFileName() == null
        || frame.getLineNumber() < 1
        || Marks.ours(frame.getClassName())) {
      return Optional.empty();
    }
    return known
        .computeIfAbsent(file(frame), this::find)
        .map(file -> new Place(uri(file), frame.getLineNumber()));
  }

  /**
   * The lines around the place of a frame; empty if the frame is not the user's, or if its file
   * cannot be read or is shorter.
   *
   * @param around how many to show before it, and how many after
   */
  public Optional<Excerpt> excerpt(StackTraceElement frame, int around) {
    return place(frame).flatMap(place -> excerpt(frame, place, around));
  }

  private Optional<Excerpt> excerpt(StackTraceElement frame, Place place, int around) {
    List<String> lines =
        known
            .get(file(frame))
            .map(path -> texts.computeIfAbsent(path, Sources::lines))
            .orElse(List.of());
    if (place.line() > lines.size()) {
      return Optional.empty();
    }
    int first = Math.max(1, place.line() - around);
    int last = Math.min(lines.size(), place.line() + around);
    return Optional.of(new Excerpt(place, first, List.copyOf(lines.subList(first - 1, last))));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static String file(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + frame.getFileName();
  }

  private Optional<Path> find(String file) {
    try {
      return roots.stream()
          .map(root -> root.resolve(file).normalize())
          .filter(path -> path.startsWith(base) && Files.isRegularFile(path))
          .findFirst();
    } catch (InvalidPathException hostile) {
      return Optional.empty();
    }
  }

  /** The relative URI, escaped as needed. */
  private String uri(Path file) {
    String directory = base.toUri().toString();
    String whole = file.toUri().toString();
    return whole.startsWith(directory) ? whole.substring(directory.length()) : whole;
  }
}
