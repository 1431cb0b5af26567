package dev.lockjaw.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private ResultsFile(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Makes the file, and its directory if there is none.
   *
   * @throws OutputException if the directory has results already, or can't be written to
   */
  public static ResultsFile create(Path directory, Header header) {
    Path file = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
    } catch (IOException refused) {
      throw OutputException.cannot("create the directory", directory, refused);
    }
    ResultsFile results;
    try {
      results =
          new ResultsFile(
              file,
              Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (FileAlreadyExistsException there) {
      throw new OutputException(
          "will not write over the results in " + file + "; give another directory with --out");
    } catch (IOException refused) {
      throw OutputException.cannot("write", file, refused);
    }
    results.write(HeaderJson.write(header, results.mapper));
    return results;
  }

  /**
   * Adds a cell.
   *
   * @throws OutputException if it can't be written
   */
  public void append(CellLine cell) {
    write(CellJson.write(cell));
  }

  /**
   * Adds a known-bad cell that was run to prove that faults are seen; it is none of the run's own.
   *
   * @throws OutputException if it can't be written
   */
  public void appendProof(CellLine cell) {
    write(CellJson.writeProof(cell));
  }

  private synchronized void write(JsonNode json) {
    try {
      // Through a string, as a text with half a surrogate pair has no bytes of its own.
      String line = mapper.writeValueAsString(json) + '\n';
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException refused) {
      throw OutputException.cannot("write", file, refused);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
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
