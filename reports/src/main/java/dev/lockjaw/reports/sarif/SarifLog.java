package dev.lockjaw.reports.sarif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.Finding;
import java.util.List;

/**
 * The findings of a run in SARIF 2.1.0, for code scanning. An unexpected finding is an error, an
 * expected one a note.
 */
public final class SarifLog {
  /** The file's name in the output directory. */
  public static final String NAME = "results.sarif";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final DefaultPrettyPrinter PRINTER = printer();

  private SarifLog() {}

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n"); // the same on every system
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return printer;
  }

  /**
   * The document.
   *
   * @param cells in the order of the report
   * @param sources the user's sources, for locations
   */
  public static String of(Header header, List<CellLine> cells, Sources sources, ReplayLine replay) {
    ObjectNode log = JsonNodeFactory.instance.objectNode();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Lockjaw");
    driver.put("version", Text.clean(header.lockjaw()));
    driver
        .putObject("shortDescription")
        .put("text", "Finds concurrency bugs in the locking of TLS sessions.");
    SarifRules.write(driver.putArray("rules"));
    run.put("columnKind", "utf16CodeUnits");
    run.putObject("originalUriBaseIds")
        .putObject("SRCROOT")
        .putObject("description")
        .put("text", "The directory of the project that was tested.");
    invocation(header, cells, run.putArray("invocations").addObject());
    ArrayNode results = run.putArray("results");
    for (CellLine cell : cells) {
      for (Finding finding : cell.result().findings()) {
        new SarifResult(cell, finding, sources, replay).write(results.addObject());
      }
    }
    try {
      return new ObjectMapper().writer(PRINTER).writeValueAsString(log) + '\n';
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void invocation(Header header, List<CellLine> cells, ObjectNode invocation) {
    List<CellLine> errors = cells.stream().filter(cell -> cell.outcome() == Outcome.ERROR).toList();
    invocation.put("executionSuccessful", errors.isEmpty());
    invocation.put("startTimeUtc", header.started().toString());
    if (!errors.isEmpty()) {
      ArrayNode notes = invocation.putArray("toolExecutionNotifications");
      for (CellLine cell : errors) {
        ObjectNode note = notes.addObject();
        note.put("level", "error");
        note.putObject("message")
            .put(
                "text",
                cell.result().ending().blame()
                    + " at "
                    + Text.clean(cell.result().id().text() + ": " + cell.result().ending().text()));
      }
    }
  }
}
