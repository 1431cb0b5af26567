package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockjaw.campaign.ScheduleReplay;
import dev.lockjaw.reports.html.HtmlReport;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.Token;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the page of a real run, as its reader does. */
class ReportInBrowserTest extends BrowserTest {
  @TempDir static Path directory;

  private static List<CellLine> cells;

  @BeforeAll
  @Timeout(300)
  static void run() throws IOException {
    if (chromium == null) {
      return;
    }
    new CommandRun(directory)
        .run(
            "run",
            "--scenario",
            "ping-send-inversion,write-free,relay,data-ping,key-update",
            "--strategy",
            "none,plain,recursive,read-write-lock,free-aware-published",
            "--out",
            "out");
    cells = ResultsFile.read(directory.resolve("out").resolve(ResultsFile.NAME)).cells();
  }

  private static void open(String fragment) {
    Path page = directory.resolve("out").resolve(HtmlReport.NAME);
    chromium.open(URI.create(page.toUri() + fragment));
  }

  @Test
  void opensWithoutAnErrorAndAsksForNothingElse() {
    open("");
    assertThat(text("h1")).contains("As expected");
    assertThat(count(".matrix tbody tr")).isEqualTo(5);
    assertThat(chromium.requests()).hasSize(1);
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void nothingIsMadeBeforeItIsLookedAt() {
    open("");
    assertThat(count("details.cell")).isPositive();
    assertThat(count("details.cell .shown, svg.sequence")).isZero();
  }

  @Test
  void aFailingCellLeadsToItsDetails() {
    open("");
    evaluate("document.querySelector('.matrix a[href$=\"/recursive/jsse\"]').click()");
    chromium.await("document.querySelector('details.cell[open] .shown')");
    assertThat(count("details.cell[open]")).isEqualTo(1);
    assertThat(text("details.cell[open] .kind")).isEqualTo("deadlock");
    assertThat(text("details.cell[open] .shown:not([hidden]) .replay code"))
        .startsWith("scripts/lockjaw replay LJ1/ping-send-inversion/recursive/jsse/");
    assertThat(evaluate("document.activeElement.localName").asText()).isEqualTo("summary");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void theKeyboardIsEnough() {
    open("");
    evaluate("document.querySelector('.matrix a').focus()");
    chromium.press("Enter", 13);
    chromium.await("document.querySelector('details.cell[open] .shown')");
    assertThat(count("details.cell[open]")).isEqualTo(1);
    assertThat(evaluate("document.activeElement.closest('details').open").asBoolean()).isTrue();
    chromium.press("Enter", 13);
    chromium.await("!document.querySelector('details.cell[open]')");
  }

  @Test
  void aLinkLeadsToACellOnItsTransport() {
    for (CellLine cell : cells) {
      if (!cell.result().findings().isEmpty()) {
        open("#cell=" + cell.shortName());
        assertThat(text("details.cell[open] .shown:not([hidden]) .replay code"))
            .contains("LJ1/" + cell.shortName() + '/');
      }
    }
  }

  @Test
  void theAddressFollowsTheTransportThatIsPicked() {
    open("#cell=relay/plain/jsse");
    evaluate("document.querySelector('details[open] input[value=\"relay/plain/bc\"]').click()");
    assertThat(evaluate("location.hash").asText()).isEqualTo("#cell=relay/plain/bc");
    assertThat(text("details.cell[open] .shown:not([hidden]) .replay code")).contains("/bc/");
  }

  @Test
  void aLinkToACellThatIsNotThereSaysSo() {
    open("#cell=no/such/cell");
    assertThat(evaluate("document.getElementById('said').textContent").asText())
        .contains("no such cell");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void theDiagramOfADeadlockHasItsLanesAndSpans() {
    open("#cell=ping-send-inversion/recursive/jsse");
    String drawing = "details.cell[open] .shown:not([hidden]) svg.sequence ";
    assertThat(evaluate(lanes(drawing)))
        .extracting(JsonNode::asText)
        .containsExactly("worker", "application");
    assertThat(evaluate(spans(drawing)))
        .extracting(JsonNode::asText)
        .contains(
            "lock 0 R 0 open",
            "lock 0 S(client) 1 open",
            "lock 1 W 3 open",
            "wait 1 S(client) 4 open",
            "call 0 read 6 open",
            "callback 0 callback 8 open",
            "lock 0 C 9 open",
            "wait 0 W 10 open")
        .hasSize(8);
    assertThat(count(drawing + ".tip")).isEqualTo(2);
    assertThat(count(drawing + ".cross")).isEqualTo(1);
    assertThat(text(drawing + ".step.broken tspan")).isEqualTo("waits for W");
    assertThat(
            evaluate("document.querySelector('" + drawing + "').getAttribute('aria-label')")
                .asText())
        .contains("2 threads: worker, application", "application holds W");
  }

  @Test
  void everyDiagramShowsTheScheduleOfItsToken() throws IOException {
    for (CellLine cell : cells) {
      if (!cell.result().findings().isEmpty() && cell.result().id().transport().equals("bc")) {
        Finding first = cell.result().findings().get(0);
        List<Step> replayed = replay(first.token());
        List<Step> steps = replayed.subList(0, first.interleaving().size());
        open("#cell=" + cell.shortName());
        String drawing = "details.cell[open] .shown:not([hidden]) .finding svg.sequence ";
        assertThat(evaluate(steps("details.cell[open] .shown:not([hidden]) .finding")))
            .extracting(JsonNode::asText)
            .containsExactlyElementsOf(
                steps.stream().map(step -> step.thread() + ' ' + step.action()).toList());
        assertThat(evaluate(lanes(drawing)))
            .extracting(JsonNode::asText)
            .containsExactlyElementsOf(steps.stream().map(Step::thread).distinct().toList());
        assertThat(evaluate(spans(drawing)))
            .extracting(JsonNode::asText)
            .filteredOn(span -> span.startsWith("lock") || span.startsWith("shared"))
            .containsExactlyInAnyOrderElementsOf(locks(steps));
      }
    }
  }

  @Test
  void thePassingInterleavingStandsBesideTheFailingOne() {
    chromium.width(1440);
    open("#cell=ping-send-inversion/recursive/jsse");
    String shown = "details.cell[open] .shown:not([hidden]) .beside ";
    assertThat(text(shown + ".nearest b")).isEqualTo("Passes if application waits at step 4.");
    assertThat(evaluate(lanes(shown + ".nearest svg")))
        .extracting(JsonNode::asText)
        .containsExactly("worker", "application");
    assertThat(count(shown + ".nearest .sequence .gap")).isZero();
    assertThat(text(shown + ".nearest .replay code"))
        .startsWith("scripts/lockjaw replay LJ1/ping-send-inversion/recursive/jsse/");
    assertThat(count(shown + ".fork")).isEqualTo(3); // in both diagrams and in the key
    assertThat(count(shown + ".nearest .cross")).isZero();
    assertThat(evaluate(left(shown + ".nearest")).asDouble())
        .isGreaterThan(evaluate(left(shown + "> div")).asDouble());
    chromium.width(390);
    open("#cell=ping-send-inversion/recursive/jsse");
    assertThat(evaluate(left(shown + ".nearest")).asDouble())
        .isEqualTo(evaluate(left(shown + "> div")).asDouble());
    assertThat(chromium.complaints()).isEmpty();
    chromium.width(1440);
  }

  private static String left(String selector) {
    return "document.querySelector('" + selector + "').getBoundingClientRect().left";
  }

  private static List<Step> replay(String text) throws IOException {
    Token token = Token.parse(text);
    Registry registry = Registry.load(ReportInBrowserTest.class.getClassLoader());
    Cell cell =
        new Cell(
            registry.scenarios().stream()
                .filter(one -> one.id().equals(token.cell().scenario()))
                .findFirst()
                .orElseThrow(),
            registry.strategies().stream()
                .filter(one -> one.id().equals(token.cell().strategy()))
                .findFirst()
                .orElseThrow(),
            registry.transports().stream()
                .filter(one -> one.id().equals(token.cell().transport()))
                .findFirst()
                .orElseThrow(),
            List.of(Protocol.values()).stream()
                .filter(one -> one.id().equals(token.cell().protocol()))
                .findFirst()
                .orElseThrow());
    return ScheduleReplay.of(cell, token.schedule()).interleaving();
  }

  /** Computed from the steps in another way than the page does it. */
  private static List<String> locks(List<Step> steps) {
    List<String> threads = steps.stream().map(Step::thread).distinct().toList();
    Map<String, String> held = new HashMap<>();
    Map<String, Integer> depths = new HashMap<>();
    List<String> locks = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int lane = threads.indexOf(steps.get(i).thread());
      String[] words = steps.get(i).action().split(" ");
      boolean shared = words.length == 3 && words[2].equals("shared");
      boolean refused = steps.get(i).action().contains("already held");
      String key = lane + " " + (words.length > 1 ? words[1] : "");
      if (words[0].equals("lock") && !refused && depths.merge(key, 1, Integer::sum) == 1) {
        held.put(key, (shared ? "shared " : "lock ") + key + ' ' + i);
      } else if (words[0].equals("unlock") && depths.merge(key, -1, Integer::sum) == 0) {
        locks.add(held.remove(key) + ' ' + i);
      }
    }
    held.values().forEach(open -> locks.add(open + " open"));
    return locks;
  }

  private static String lanes(String drawing) {
    return "[...document.querySelector('"
        + drawing
        + "').querySelectorAll('.lane')].map((lane) => lane.querySelector('title').textContent)";
  }

  private static String spans(String drawing) {
    return "[...document.querySelector('"
        + drawing
        + "').querySelectorAll('[data-span]')].map(({ dataset: span }) => [span.span, span.lane,"
        + " span.name, span.from, 'open' in span && span.open !== 'false' ? 'open' : span.to]"
        + ".join(' '))";
  }

  private static String steps(String finding) {
    return "[...document.querySelector('"
        + finding
        + "').querySelectorAll('.steps li')].map((step) => (step.querySelector('em')?.remove(),"
        + " step.textContent))";
  }

  @Test
  void theFilterGoesByWordsAndToggles() {
    open("");
    evaluate(
        "(words.value = 'relay deadlock', words.dispatchEvent(new Event('input')), undefined)");
    assertThat(text("#matches")).isEqualTo("4 cells fit");
    assertThat(count(".matrix tbody tr:not([hidden])")).isEqualTo(1);
    assertThat(count(".matrix thead th:not([hidden])")).isEqualTo(3);
    assertThat(count("details.cell:not(.out)")).isEqualTo(2);

    evaluate("document.querySelector('.filter [type=reset]').click()");
    assertThat(count(".matrix tbody tr:not([hidden])")).isEqualTo(5);

    evaluate("document.querySelector('[data-value=deadlock]').click()");
    assertThat(text("[data-value=deadlock][aria-pressed=true]")).isEqualTo("deadlock");
    assertThat(text("#matches")).isEqualTo("8 cells fit");
    evaluate("document.querySelector('[data-value=bc]').click()");
    evaluate("document.querySelector('[data-value=passed]').click()");
    assertThat(text("#matches")).isEqualTo("0 cells fit");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aLinkToACellThatTheFilterHidesIsFollowedAllTheSame() {
    open("");
    evaluate("(words.value = 'write-free', words.dispatchEvent(new Event('input')), undefined)");
    evaluate(
        "new Promise((done) => { addEventListener('hashchange', done);"
            + " location.hash = '#cell=relay/plain/bc'; }).then(() => {})");
    chromium.await("document.querySelector('details.cell[open]')");
    assertThat(text("details.cell[open] .where")).contains("relay under plain");
    assertThat(evaluate("words.value").asText()).isEmpty();
  }

  @Test
  void theReplayCommandIsCopied() {
    chromium.allowClipboard();
    open("#cell=relay/plain/bc");
    copy();
    assertThat(evaluate("navigator.clipboard.readText()").asText())
        .startsWith("scripts/lockjaw replay LJ1/relay/plain/bc/");
  }

  @Test
  void theReplayCommandIsCopiedWhereTheBrowserHasNoClipboardForFiles() {
    chromium.allowClipboard();
    open("#cell=relay/recursive/bc");
    evaluate(
        "(window.clipboard = navigator.clipboard, Object.defineProperty(navigator, 'clipboard',"
            + " { value: undefined }), undefined)");
    copy();
    assertThat(evaluate("clipboard.readText()").asText())
        .startsWith("scripts/lockjaw replay LJ1/relay/recursive/bc/");
  }

  private static void copy() {
    String said =
        evaluate(
                "new Promise((done) => { const said = document.getElementById('said');"
                    + " new MutationObserver(() => done(said.textContent))"
                    + ".observe(said, { childList: true });"
                    + " document.querySelector('details[open] .shown:not([hidden]) .copy')"
                    + ".click(); })")
            .asText();
    assertThat(said).isEqualTo("Copied to the clipboard");
  }

  @Test
  void aNarrowScreenNeedsNoScrollingSideways() {
    chromium.width(390);
    open("#cell=key-update/read-write-lock/bc");
    assertThat(evaluate(SIDEWAYS).asInt()).isZero();
    assertThat(count("svg.sequence.small")).isPositive();
  }
}
