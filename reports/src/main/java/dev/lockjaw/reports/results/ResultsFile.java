package dev.lockjaw.reports.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes {@code results.jsonl}: a header, then a line for each cell as soon as the cell ends. Each
 * line is passed to the system in one write, so a killed run loses only the cells that it was
 * running. A cell that is run again gets another line, which replaces the earlier one; a file that
 * was written in one piece has one line for each cell. Any thread may append.
 */
public final class ResultsFile implements AutoCloseable {
  /** The file's name in the output directory. */
  public static final String NAME = "results.jsonl";

  static final String SCHEMA = "lockjaw/results/1";

  private final ObjectMapper mapper = new ObjectMapper();
  private final Path file;
  private final OutputStream out;
  private final Claim claim;

  private ResultsFile(Path file, OutputStream out, Claim claim) {
    this.file = file;
    this.out = out;
    this.claim = claim;
  }

  /**
   * Creates the file, and its directory if there is none.
   *
   * @throws OutputException if the directory already has results, or cannot be written to
   */
  public static ResultsFile create(Path directory, Header header) {
    Path file = directory.resolve(NAME);
    makeDirectory(directory);
    try {
      ResultsFile results = open(file, StandardOpenOption.CREATE_NEW);
      try {
        results.write(HeaderJson.write(header, results.mapper));
        return results;
      } catch (IOException refused) {
        results.discard();
        throw refused;
      }
    } catch (FileAlreadyExistsException there) {
      throw new OutputException(
          "will not overwrite the results in " + file + "; name another directory with --out");
    } catch (IOException refused) {
      throw OutputException.cannot("write", file, refused);
    }
  }

  /**
   * Writes complete results. A file that is already in the directory is replaced only when all is
   * written.
   *
   * @throws OutputException if the file cannot be written
   */
  public static void write(Path directory, Results results) {
    makeDirectory(directory);
    try {
      put(directory, results);
    } catch (IOException refused) {
      throw OutputException.cannot("write", directory.resolve(NAME), refused);
    }
  }

  /**
   * Continues the file in a directory.
   *
   * @param kept the results to keep from it
   * @throws OutputException if the file cannot be written, or another run is still writing it; the
   *     file is unchanged then
   */
  public static ResultsFile resume(Path directory, Results kept) {
    Path file = directory.resolve(NAME);
    try {
      Claim unfinished = Claim.on(file);
      try {
        put(directory, kept);
        return open(file, StandardOpenOption.APPEND);
      } finally {
        unfinished.close();
      }
    } catch (IOException refused) {
      throw OutputException.brokenOff(file, refused);
    }
  }

  private static void put(Path directory, Results results) throws IOException {
    Path next = directory.resolve(NAME + ".next");
    ResultsFile whole = open(next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    try {
      whole.write(HeaderJson.write(results.header(), whole.mapper));
      for (CellLine proof : results.proofs()) {
        whole.write(CellJson.writeProof(proof));
      }
      for (CellLine cell : results.cells()) {
        whole.write(CellJson.write(cell));
      }
      whole.end();
      Files.move(next, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      whole.discard();
      throw refused;
    }
  }

  private static ResultsFile open(Path file, OpenOption... how) throws IOException {
    OutputStream out = Files.newOutputStream(file, how);
    try {
      return new ResultsFile(file, out, Claim.on(file));
    } catch (IOException | RuntimeException refused) {
      out.close();
      throw refused;
    }
  }

  private static void makeDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException refused) {
      throw OutputException.cannot("create the directory", directory, refused);
    }
  }

  /**
   * Adds a cell.
   *
   * @throws OutputException if the file cannot be written
   */
  public void append(CellLine cell) {
    add(CellJson.write(cell));
  }

  /**
   * Adds a known-bad cell, which proves that faults are seen. It is not one of the run's own cells.
   *
   * @throws OutputException if the file cannot be written
   */
  public void appendProof(CellLine cell) {
    add(CellJson.writeProof(cell));
  }

  private void add(JsonNode json) {
    try {
      write(json);
    } catch (IOException refused) {
      throw OutputException.brokenOff(file, refused);
    }
  }

  private synchronized void write(JsonNode json) throws IOException {
    // Through a string, because half a surrogate pair has no bytes in UTF-8.
    byte[] line = (text(json) + '\n').getBytes(StandardCharsets.UTF_8);
    out.write(line);
    out.flush();
  }

  private String text(JsonNode json) {
    try {
      return mapper.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void end() throws IOException {
    try {
      out.close();
    } finally {
      claim.close();
    }
  }

  /** Removes a file that was not completed. */
  private void discard() throws IOException {
    try {
      end();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() {
    try {
      end();
    } catch (IOException refused) {
      throw OutputException.cannot("write", file, refused);
    }
  }

  /**
   * Reads a results file.
   *
   * @throws MalformedResultsException if it is something else; its message is one line for people
   * @throws OutputException if there is no such file, or it cannot be read
   */
  public static Results read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new ResultsReader(file.toString()).read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw OutputException.unreadable(file, refused);
    }
  }
}
