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
 * {@code results.jsonl}, while it is written: a header, then a line for each cell as soon as it has
 * ended. Every line is given to the system whole, so a killed run loses at most the cell it was in.
 * Any thread may append.
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
   * Makes the file, and its directory if there is none.
   *
   * @throws OutputException if the directory has results already, or can't be written to
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
          "will not write over the results in " + file + "; give another directory with --out");
    } catch (IOException refused) {
      throw OutputException.cannot("write", file, refused);
    }
  }

  /**
   * Writes results that are there as a whole. A file that is in the directory is replaced when all
   * is written, and not before.
   *
   * @throws OutputException if it can't be written
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
   * Goes on with the file that is in a directory.
   *
   * @param kept what stays of it
   * @throws OutputException if it can't be written, or another run is still writing it; it is then
   *     as it was
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
   * @throws OutputException if it can't be written
   */
  public void append(CellLine cell) {
    add(CellJson.write(cell));
  }

  /**
   * Adds a known-bad cell that was run to prove that faults are seen; it is none of the run's own.
   *
   * @throws OutputException if it can't be written
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
    // Through a string, as a text with half a surrogate pair has no bytes of its own.
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

  /** Takes back a file that is worth nothing. */
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
   * Reads one back.
   *
   * @throws MalformedResultsException with one line for the user, if it isn't one
   * @throws OutputException if there is none, or it can't be read
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
