package dev.lockjaw.reports.results;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads fields of a JSON object by name. */
final class Fields {
  private Fields() {}

  static String text(JsonNode json, String field) {
    return of(json, field, json.path(field).isTextual()).asText();
  }

  /** A text that may be null or absent. */
  static String optional(JsonNode json, String field) {
    return json.path(field).isTextual() ? json.path(field).asText() : null;
  }

  static double number(JsonNode json, String field) {
    return of(json, field, json.path(field).isNumber()).asDouble();
  }

  static long whole(JsonNode json, String field) {
    return of(json, field, json.path(field).canConvertToLong()).asLong();
  }

  /** A number that a later version added to results; 0 where it is missing. */
  static long later(JsonNode json, String field) {
    return json.has(field) ? whole(json, field) : 0;
  }

  static boolean flag(JsonNode json, String field) {
    return of(json, field, json.path(field).isBoolean()).asBoolean();
  }

  private static JsonNode of(JsonNode json, String field, boolean fits) {
    if (!fits) {
      throw new MalformedResultsException(
          json.has(field)
              ? "field '" + field + "' is " + json.get(field)
              : "there is no field '" + field + "'");
    }
    return json.path(field);
  }
}
