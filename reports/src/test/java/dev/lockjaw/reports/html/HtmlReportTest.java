package dev.lockjaw.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.ThreadEvidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final String BAD =
      "</script><script>window.hacked=1</script><img src=x onerror=hacked=1>\u0000\u001b[31m\u202e"
          + "{{data}}$1\\ \ud800 '\"-->"
          + "x".repeat(10_000);

  private static String page(CellLine... cells) {
    return page(List.of(cells));
  }

  private static String page(List<CellLine> cells) {
    Header header =
        new Header(
            "1",
            "17",
            "Linux",
            2,
            Instant.EPOCH,
            new RunOptions(Map.of("scenarios", List.of("a", "b"), "note", BAD, "jobs", 2)));
    return HtmlReport.of(header, cells, Duration.ofMillis(1500), Sources.NONE, ReplayLine.BARE);
  }

  private static JsonNode data(String page) throws IOException {
    Matcher data = Pattern.compile("id=\"data\">(.*?)</script>").matcher(page);
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  private static CellLine hostile() {
    StackTraceElement[] stack = {new StackTraceElement(BAD, BAD, BAD, 1)};
    ThreadEvidence thread =
        new ThreadEvidence(BAD, BAD, List.of(new Held(BAD, List.of(stack))), BAD, List.of(stack));
    Finding finding =
        new Finding(
            FindingKind.DEADLOCK,
            BAD,
            List.of(thread),
            BAD,
            BAD,
            List.of(new Step(BAD, "lock " + BAD), new Step("b", BAD)));
    return new CellLine(Samples.failed(BAD, BAD, BAD, finding), Expected.PASS);
  }

  @Test
  void aCallLeadsToItsSourceWhereThatIsThere(@TempDir Path directory) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("src/com/example"));
    Files.writeString(folder.resolve("Link.java"), "one\ntwo\n\tthree\nfour\n");
    List<StackTraceElement> stack =
        List.of(
            new StackTraceElement("com.example.Link", "send", "Link.java", 3),
            new StackTraceElement("com.example.Link", "grown", "Link.java", 5),
            new StackTraceElement("com.example.Gone", "send", "Gone.java", 1));
    Finding finding =
        new Finding(
            FindingKind.USE_AFTER_FREE,
            "late",
            List.of(new ThreadEvidence("writer", "writes", List.of(), null, stack)),
            null);
    CellLine cell = new CellLine(Samples.failed("a", "b", "c", finding), Expected.PASS);
    Sources sources = Sources.customary(directory);

    JsonNode calls = details(cell, sources).get("sources");
    assertThat(calls.fieldNames()).toIterable().containsExactly("Link.send (Link.java:3)");
    JsonNode source = calls.get("Link.send (Link.java:3)");
    assertThat(source.get("file").asText()).isEqualTo("src/com/example/Link.java");
    assertThat(source.get("line").asInt()).isEqualTo(3);
    assertThat(source.get("first").asInt()).isEqualTo(1);
    assertThat(source.get("lines"))
        .extracting(JsonNode::asText)
        .containsExactly("one", "two", "    three", "four");
    assertThat(details(cell, Sources.NONE).has("sources")).isFalse();
  }

  private static JsonNode details(CellLine cell, Sources sources) throws IOException {
    Header header =
        new Header("1", "17", "Linux", 2, Instant.EPOCH, new RunOptions(Map.of("jobs", 2)));
    String page = HtmlReport.of(header, List.of(cell), Duration.ZERO, sources, ReplayLine.BARE);
    return data(page).get(0).get("cells").get(0).get("findings").get(0);
  }

  @Test
  void hostileTextsAreInert() throws IOException {
    String page = page(hostile());
    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page.split("</script", -1)).hasSize(3);
    assertThat(page).doesNotContain("<img", "\u001b", "\u202e", "\u0000", "\ud800");
    assertThat(page).contains("&lt;img src=x onerror=hacked=1&gt;");
    assertThat(data(page).get(0).get("cells").get(0).get("findings").get(0).get("kind").asText())
        .isEqualTo("deadlock");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
  }

  @Test
  void theFindingThatIsOutToDoHarmOnATerminalDoesNoneHere() throws IOException {
    String page =
        page(new CellLine(Samples.failed("s", "l", "t", Samples.hostile()), Expected.PASS));
    assertThat(page).doesNotContain("\u001b", "\u0007", "\u202e", "\u2028", "\u0000");
    assertThat(data(page).toString()).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void noScriptRunsButThePagesOwn() throws Exception {
    String page = page(Samples.mixed());
    Matcher policy = Pattern.compile("script-src 'sha256-([^']+)'").matcher(page);
    Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(policy.find()).isTrue();
    assertThat(script.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(policy.group(1)).isEqualTo(Base64.getEncoder().encodeToString(hash));
    assertThat(page).contains("default-src 'none'");
    assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
  }

  @Test
  void theTopSaysWhatItCameToAndWhatWasSkippedAndWhy() {
    assertThat(page(Samples.mixed()))
        .contains("Nothing is proved: 1 cell ended with an error")
        .contains("9 cells: 3 pass (1 expected to fail), 3 fail")
        .contains("<b>1 cell</b> of bc: there is no libssl.so.3")
        .contains("<b>1 cell</b> of bc: not reached within the budget");
    CellLine passed = new CellLine(Samples.passed("s", "l", "t"), Expected.PASS);
    assertThat(page(passed)).contains("Everything that was run passes", "Nothing was skipped.");
    assertThat(page(List.of())).contains("Nothing was run");
  }

  @Test
  void aFailingCellIsALinkToItsSection() {
    assertThat(page(Samples.mixed()))
        .containsPattern("<th scope=\"row\">read-<wbr>write</th>")
        .containsPattern(
            "<a href=\"#cell=read-write/plain/jsse\" aria-label=\"DLK!: FAIL [^\"]+\">DLK!</a>")
        .containsPattern("<details [^>]*id=\"cell=read-write/plain/jsse\">");
  }

  @Test
  void whatIsNotExpectedComesFirst() throws IOException {
    JsonNode sections = data(page(Samples.mixed()));
    assertThat(sections)
        .extracting(cell -> cell.get("cells").get(0).get("path").asText())
        .containsExactly(
            "write-free/none/bc",
            "read-write/plain/jsse",
            "write-free/plain/jsse",
            "key-update/none/jsse");
    JsonNode kinds = sections.get(2).get("cells").get(0).get("findings");
    assertThat(kinds.get(0).get("kind").asText()).isEqualTo("null-dereference");
    assertThat(kinds.get(0).get("expected").asBoolean()).isFalse();
  }

  @Test
  void howSoonSomethingWasFoundIsReported() {
    CellLine cell = new CellLine(Samples.failed("s", "l", "t", Samples.deadlock()), Expected.PASS);
    assertThat(page(cell, cell))
        .containsPattern("<th scope=\"row\">deadlock</th><td>2</td>(<td>[\\d,]+</td>){3}<td");
    assertThat(page(new CellLine(Samples.passed("s", "l", "t"), Expected.PASS)))
        .doesNotContain("until the first finding");
  }

  @Test
  void howLongThatTookIsReported() {
    CellLine cell =
        new CellLine(Samples.failed("a-b", "l", "t", Samples.deadlock()), Expected.PASS);
    String page = page(cell, cell);
    assertThat(page)
        .contains("Time to the first finding")
        .containsPattern("<th scope=\"row\">a-b</th><td>2</td>(<td>[\\d.,]+ ms</td>){2}<td");
    assertThat(page.split("class=\"mark ring\"", -1)).hasSize(3);
    assertThat(page(new CellLine(Samples.passed("s", "l", "t"), Expected.PASS)))
        .doesNotContain("Time to the first finding");
  }

  @Test
  void cellsOfTheSameNameHaveLinksOfTheirOwn() throws IOException {
    CellLine cell = new CellLine(Samples.failed("s", "l", "t", Samples.deadlock()), Expected.PASS);
    JsonNode cells = data(page(cell, cell)).get(0).get("cells");
    assertThat(cells)
        .extracting(one -> one.get("path").asText())
        .containsExactly("s/l/t", "s/l/t~2");
  }
}
