package dev.lockjaw.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page around a report: one file that loads nothing else. Its content security policy runs only
 * the page's own script, whatever text a result contains.
 */
final class Page {
  private static final List<String> SCRIPTS =
      List.of("elements.js", "diagram.js", "details.js", "filter.js", "page.js");

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Page() {}

  /**
   * @param content HTML
   * @param data JSON
   */
  static String of(String title, String content, String data) {
    StringBuilder script = new StringBuilder("(() => {\n\"use strict\";\n");
    SCRIPTS.forEach(name -> script.append(resource(name)));
    script.append("})();\n");
    Map<String, String> parts =
        Map.of(
            "title", new Markup().text(title).toString(),
            "policy", policy(script.toString()),
            "style", resource("report.css"),
            "content", content,
            "data", inert(data),
            "script", script.toString());
    return PLACE
        .matcher(resource("report.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  /** JSON that is safe inside HTML. The escaped characters occur only in strings. */
  private static String inert(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static String policy(String script) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline';"
          + " script-src 'sha256-"
          + Base64.getEncoder().encodeToString(hash)
          + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String resource(String name) {
    try (InputStream text = Page.class.getResourceAsStream(name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
