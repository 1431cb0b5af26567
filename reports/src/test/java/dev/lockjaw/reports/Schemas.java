package dev.lockjaw.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Holds JSON against schemas that are on the class path. */
public final class Schemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Schemas() {}

  /** What of a text breaks the schema; empty if it is valid. */
  public static List<String> complaints(
      String resource, SpecVersion.VersionFlag version, String json) {
    try (InputStream text = Schemas.class.getResourceAsStream(resource)) {
      JsonSchema schema = JsonSchemaFactory.getInstance(version).getSchema(MAPPER.readTree(text));
      return schema.validate(MAPPER.readTree(json)).stream()
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (JsonProcessingException noJson) {
      return List.of(noJson.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
