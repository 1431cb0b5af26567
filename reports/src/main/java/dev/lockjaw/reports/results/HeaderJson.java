package dev.lockjaw.reports.results;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;

/** The first line of {@code results.jsonl}. */
final class HeaderJson {
  private static final TypeReference<LinkedHashMap<String, Object>> OPTIONS =
      new TypeReference<>() {};

  private HeaderJson() {}

  static ObjectNode write(Header header, ObjectMapper mapper) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", ResultsFile.SCHEMA);
    json.put("lockjaw", header.lockjaw());
    json.put("java", header.java());
    json.put("os", header.os());
    json.put("cores", header.cores());
    json.put("started", header.started().toString());
    json.set("options", mapper.valueToTree(header.options().byName()));
    return json;
  }

  static Header read(JsonNode json, ObjectMapper mapper) {
    RunOptions options =
        json.path("options").isObject()
            ? new RunOptions(mapper.convertValue(json.get("options"), OPTIONS))
            : RunOptions.NONE;
    return new Header(
        Fields.text(json, "lockjaw"),
        Fields.text(json, "java"),
        Fields.text(json, "os"),
        (int) Fields.whole(json, "cores"),
        instant(Fields.text(json, "started")),
        options);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException other) {
      throw new MalformedResultsException("field 'started' is '" + text + "', not a time");
    }
  }
}
