package dev.lockjaw.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockjaw.browser.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A test that looks at a page in Chromium. It is skipped where there is none. */
@Timeout(300)
abstract class BrowserTest {
  /** How far the page can be scrolled sideways. */
  static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final String NO_CHROMIUM =
      "Skipped: no Chromium on the PATH to look at report.html with; apt-get install chromium";

  @TempDir static Path profile;

  static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start(profile).orElse(null);
    if (chromium == null) {
      System.err.println(NO_CHROMIUM);
    }
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void ofAScreensWidth() {
    assumeTrue(chromium != null, NO_CHROMIUM);
    chromium.width(1280);
  }

  static JsonNode evaluate(String expression) {
    return chromium.evaluate(expression);
  }

  static String text(String selector) {
    return evaluate("document.querySelector('" + selector + "').textContent").asText();
  }

  static int count(String selector) {
    return evaluate("document.querySelectorAll('" + selector + "').length").asInt();
  }
}
