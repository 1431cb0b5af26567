package dev.lockjaw.reports.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the text of a {@code results.jsonl}. */
final class ResultsReader {
  private final ObjectMapper mapper = new ObjectMapper();
  private final String name;

  /**
   * @param name of the file, for messages
   */
  ResultsReader(String name) {
    this.name = name;
  }

  Results read(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String rest = lines.remove(lines.size() - 1); // a complete line ends in a line feed
    if (lines.isEmpty()) {
      throw new MalformedResultsException(name + " is not a results file: it has no complete line");
    }
    Header header = line(lines, 0, json -> HeaderJson.read(json, mapper));
    List<CellLine> proofs = new ArrayList<>();
    List<CellLine> cells = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      line(lines, i, json -> cell(json, proofs, cells));
    }
    return new Results(header, proofs, cells, !rest.isEmpty());
  }

  private static boolean cell(JsonNode json, List<CellLine> proofs, List<CellLine> cells) {
    return json.has(CellJson.PROOF)
        ? proofs.add(CellJson.read(json.get(CellJson.PROOF)))
        : cells.add(CellJson.read(json));
  }

  private <T> T line(List<String> lines, int index, Function<JsonNode, T> reader) {
    try {
      JsonNode json = mapper.readTree(lines.get(index));
      String schema = Fields.text(json, "schema");
      if (!schema.equals(ResultsFile.SCHEMA)) {
        throw new MalformedResultsException(
            "schema '"
                + schema
                + "' is not known here: this Lockjaw reads "
                + ResultsFile.SCHEMA
                + "; read it with the version that wrote it");
      }
      return reader.apply(json);
    } catch (JsonProcessingException noJson) {
      throw malformed(index, "it is not JSON: " + noJson.getOriginalMessage());
    } catch (MalformedResultsException wrong) {
      throw malformed(index, wrong.getMessage());
    }
  }

  private MalformedResultsException malformed(int index, String what) {
    return new MalformedResultsException(name + ", line " + (index + 1) + ": " + what);
  }
}
