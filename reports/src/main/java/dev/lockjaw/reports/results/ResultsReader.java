package dev.lockjaw.reports.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockjaw.result.CellId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<CellId, CellLine> cells = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      line(lines, i, json -> cell(json, proofs, cells));
    }
    return new Results(header, proofs, List.copyOf(cells.values()), !rest.isEmpty());
  }

  /** A later line of a cell has the result of a longer run of it. */
  private static CellLine cell(JsonNode json, List<CellLine> proofs, Map<CellId, CellLine> cells) {
    boolean proof = json.has(CellJson.PROOF);
    CellLine line = CellJson.read(proof ? json.get(CellJson.PROOF) : json);
    if (proof) {
      proofs.add(line);
    } else {
      cells.put(line.result().id(), line);
    }
    return line;
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
