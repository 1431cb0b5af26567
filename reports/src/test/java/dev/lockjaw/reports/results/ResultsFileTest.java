package dev.lockjaw.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
  private static final Header HEADER =
      new Header(
          "1.2",
          "17",
          "Linux",
          4,
          Instant.parse("2030-01-02T03:04:05Z"),
          new RunOptions(Map.of("preemptions", 2, "scenarios", List.of("a", "b"), "prune", true)));

  @TempDir private Path temp;
  private Path out;
  private Path file;

  @BeforeEach
  void place() {
    out = temp.resolve("deep/out");
    file = out.resolve("results.jsonl");
  }

  private void write(List<CellLine> cells) {
    try (ResultsFile results = ResultsFile.create(out, HEADER)) {
      cells.forEach(results::append);
    }
  }

  private static List<CellLine> cells() {
    List<CellLine> cells = new ArrayList<>(Samples.mixed());
    cells.add(new CellLine(Samples.failed("s", "l", "t", Samples.deadlock()), Expected.PASS));
    return cells;
  }

  @Test
  void readsBackWhatWasWritten() {
    write(cells());
    assertThat(ResultsFile.read(file)).isEqualTo(new Results(HEADER, List.of(), cells(), false));
  }

  @Test
  void everyCellIsOnDiskAsSoonAsItIsAppended() {
    try (ResultsFile results = ResultsFile.create(out, HEADER)) {
      assertThat(ResultsFile.read(file).header()).isEqualTo(HEADER);
      results.append(cells().get(0));
      assertThat(ResultsFile.read(file).cells()).containsExactly(cells().get(0));
    }
  }

  @Test
  void aLaterLineOfACellReplacesTheEarlier() {
    CellLine again =
        new CellLine(Samples.failed("s", "l", "t", Samples.doubleLock()), Expected.PASS);
    List<CellLine> lines = cells();
    lines.add(again);
    write(lines);
    lines.set(lines.size() - 2, lines.remove(lines.size() - 1));
    assertThat(ResultsFile.read(file).cells()).isEqualTo(lines);
  }

  @Test
  void aLineHasTheFieldsOfTheContract() throws IOException {
    write(
        List.of(new CellLine(Samples.failed("s", "l", "t", Samples.doubleLock()), Expected.PASS)));
    JsonNode line = new ObjectMapper().readTree(Files.readAllLines(file).get(1));
    assertThat(line.fieldNames())
        .toIterable()
        .contains(
            "schema",
            "scenario",
            "strategy",
            "transport",
            "protocol",
            "mode",
            "verdict",
            "expected",
            "schedules",
            "pruned",
            "failing",
            "random",
            "exhausted",
            "preemptions",
            "elapsedMs",
            "connectMs",
            "schedulesPerSecond",
            "firstFindingMs",
            "firstFindingSchedule",
            "findings",
            "reason",
            "ending");
    assertThat(line.get("schema").asText()).isEqualTo("lockjaw/results/1");
    assertThat(line.get("verdict").asText()).isEqualTo("fail");
    assertThat(line.get("expected").asText()).isEqualTo("pass");
    assertThat(line.get("reason").isNull()).isTrue();
    assertThat(line.get("ending").asText()).isEqualTo("complete");
    JsonNode finding = line.get("findings").get(0);
    assertThat(finding.fieldNames())
        .toIterable()
        .contains("kind", "message", "exception", "threads", "token", "interleaving");
    assertThat(finding.get("interleaving").get(0).toString())
        .isEqualTo(
            "{\"thread\":\"worker\",\"action\":\"lock R\",\"kind\":\"lock\",\"object\":\"R\"}");
    JsonNode thread = finding.get("threads").get(0);
    assertThat(thread.fieldNames())
        .toIterable()
        .contains("name", "doing", "held", "wanted", "stack", "heldSince");
    assertThat(thread.get("held").get(1).get("lock").asText()).isEqualTo("S(client)");
    assertThat(thread.get("held").get(1).get("since")).isEqualTo(thread.get("heldSince"));
    assertThat(thread.get("stack").get(0).asText())
        .isEqualTo("dev.lockjaw.lock.MutexGuard.run(MutexGuard.java:9)");
  }

  @Test
  void whatAStepIsAboutIsReadBack() throws IOException {
    Act ask =
        new Act(Act.Kind.ASK, "S", List.of("a", "b"), "ask for S: held by a, b")
            .doneAt(new StackTraceElement("com.example.Link$Out", "send", "Link.java", 31));
    write(List.of(interleaved(new Step("c", ask), new Step("c", "shrugs"))));
    assertThat(steps()).containsExactly(new Step("c", ask), new Step("c", Act.other("shrugs")));
  }

  @Test
  void aStepOfAKindThatIsMissingOrUnknownIsKnownByItsWording() throws IOException {
    write(List.of(interleaved(new Step("a", Act.of(Act.Kind.LOCK, "S", "lock S")))));
    String written = Files.readString(file);
    Files.writeString(file, written.replace(",\"kind\":\"lock\",\"object\":\"S\"", ""));
    assertThat(steps()).containsExactly(new Step("a", "lock S"));
    Files.writeString(file, written.replace("\"kind\":\"lock\"", "\"kind\":\"of tomorrow\""));
    assertThat(steps()).containsExactly(new Step("a", Act.of(Act.Kind.OTHER, "S", "lock S")));
  }

  @Test
  void thePassingInterleavingIsReadBack() throws IOException {
    Finding none = Samples.deadlock().beside(Passing.none(9));
    write(
        List.of(
            new CellLine(
                Samples.failed("s", "l", "t", Samples.besidePassing(), none), Expected.PASS)));
    assertThat(ResultsFile.read(file).cells().get(0).result().findings())
        .extracting(Finding::passing)
        .containsExactly(Samples.besidePassing().passing(), Passing.none(9));
  }

  private static CellLine interleaved(Step... steps) {
    Finding finding = new Finding(FindingKind.LEAK, "leaks", List.of(), null, null, List.of(steps));
    return new CellLine(Samples.failed("s", "l", "t", finding), Expected.PASS);
  }

  private List<Step> steps() throws IOException {
    return ResultsFile.read(file).cells().get(0).result().findings().get(0).interleaving();
  }

  @Test
  void hostileStringsStayOnTheirLine() throws IOException {
    write(List.of(new CellLine(Samples.failed("s", "l", "t", Samples.hostile()), Expected.PASS)));
    assertThat(Files.readString(file).chars().filter(c -> c == '\n')).hasSize(2);
    assertThat(Files.readString(file).chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    String message = ResultsFile.read(file).cells().get(0).result().findings().get(0).message();
    assertThat(message).isEqualTo(Samples.hostile().message().replace('\ud800', '?'));
  }

  @Test
  void aLineThatWasCutOffIsLeftOutAndSaid() throws IOException {
    write(cells());
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 10));
    Results results = ResultsFile.read(file);
    assertThat(results.truncated()).isTrue();
    assertThat(results.cells()).isEqualTo(cells().subList(0, cells().size() - 1));
  }

  @Test
  void aLineThatIsBrokenElsewhereIsRejected() throws IOException {
    write(cells());
    Files.writeString(file, Files.readString(file).replaceFirst("\"read-write\"", "read-write"));
    assertThatThrownBy(() -> ResultsFile.read(file))
        .isInstanceOf(MalformedResultsException.class)
        .hasMessageStartingWith(file + ", line 2: it is not JSON: ");
  }

  @Test
  void anUnknownSchemaIsRejected() throws IOException {
    write(cells());
    Files.writeString(file, Files.readString(file).replace("results/1", "results/2"));
    assertThatThrownBy(() -> ResultsFile.read(file))
        .isInstanceOf(MalformedResultsException.class)
        .hasMessage(
            file
                + ", line 1: schema 'lockjaw/results/2' is not known here: this Lockjaw reads"
                + " lockjaw/results/1; read it with the version that wrote it");
  }

  @Test
  void aFieldThatIsMissingOrWrongIsNamed() throws IOException {
    write(cells());
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"schedules\":20", "\"schedulez\":20"));
    assertThatThrownBy(() -> ResultsFile.read(file))
        .hasMessage(file + ", line 2: there is no field 'schedules'");
    Files.writeString(file, text.replaceFirst("\"verdict\":\"pass\"", "\"verdict\":\"fine\""));
    assertThatThrownBy(() -> ResultsFile.read(file))
        .hasMessage(
            file
                + ", line 2: field 'verdict' is 'fine'; it must be one of pass, fail, skipped, error");
    Files.writeString(file, text.replaceFirst("\"mode\":\"explore\"", "\"mode\":\"guess\""));
    assertThatThrownBy(() -> ResultsFile.read(file))
        .hasMessage(
            file
                + ", line 2: field 'mode' is 'guess'; it must be one of explore, stress, jcstress, lincheck, watch");
    Files.writeString(file, text.replaceFirst("\"double-lock\"", "\"triple-lock\""));
    assertThatThrownBy(() -> ResultsFile.read(file))
        .hasMessage(
            file + ", line 3: 'triple-lock' is not a kind of finding that this version knows");
  }

  @Test
  void aFieldOfALaterVersionIsPassedOver() throws IOException {
    write(cells());
    String text = Files.readString(file);
    Files.writeString(file, text.replace("{\"schema\"", "{\"new\":{\"x\":[1]},\"schema\""));
    assertThat(ResultsFile.read(file).cells()).isEqualTo(cells());
  }

  /** As a results file of a version that did not write the field. */
  @Test
  void aCellWithoutAnEndingIsJudgedByItsReason() throws IOException {
    write(cells());
    String text = Files.readString(file);
    String earlier = text.replaceAll(",\"ending\":\"[a-z-]+\"", "");
    Files.writeString(file, earlier);
    List<CellLine> read = ResultsFile.read(file).cells();

    assertThat(earlier).isNotEqualTo(text);
    assertThat(read).filteredOn(CellLine::notReached).hasSize(1);
    assertThat(read).filteredOn(CellLine::cutByBudget).hasSize(1);
    assertThat(read).filteredOn(CellLine::unfinished).hasSize(2);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).outcome()).isEqualTo(cells().get(i).outcome());
      assertThat(read.get(i).unfinished()).isEqualTo(cells().get(i).unfinished());
    }
  }

  @Test
  void anEndingOfALaterVersionIsUnknown() throws IOException {
    write(cells());
    String text = Files.readString(file).replace("\"complete\"", "\"in-a-later-way\"");
    Files.writeString(file, text);
    assertThat(ResultsFile.read(file).cells().get(0).result().ending().kind())
        .isEqualTo(EndingKind.UNKNOWN);
  }

  @Test
  void resultsThatAreThereAreNeverWrittenOver() throws IOException {
    write(cells());
    String before = Files.readString(file);
    assertThatThrownBy(() -> ResultsFile.create(out, HEADER))
        .isInstanceOf(OutputException.class)
        .hasMessage(
            "will not overwrite the results in " + file + "; name another directory with --out");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamedWithTheReason() throws IOException {
    Path inTheWay = Files.createFile(temp.resolve("file"));
    assertThatThrownBy(() -> ResultsFile.create(inTheWay, HEADER))
        .isInstanceOf(OutputException.class)
        .hasMessage(
            "cannot create the directory "
                + inTheWay
                + ": there is a file of that name; name another with --out");
    assertThatThrownBy(() -> ResultsFile.create(inTheWay.resolve("out"), HEADER))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(inTheWay + "/out: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFileThatIsNotThereOrNoResultsIsSaid() throws IOException {
    assertThatThrownBy(() -> ResultsFile.read(file))
        .isInstanceOf(OutputException.class)
        .hasMessage("cannot read " + file + ": no such file or directory");
    Path empty = Files.createFile(temp.resolve("empty"));
    assertThatThrownBy(() -> ResultsFile.read(empty))
        .isInstanceOf(MalformedResultsException.class)
        .hasMessage(empty + " is not a results file: it has no complete line");
    Path other = Files.writeString(temp.resolve("other"), "{}\n");
    assertThatThrownBy(() -> ResultsFile.read(other))
        .hasMessage(other + ", line 1: there is no field 'schema'");
  }

  @Test
  void theHeaderOfThisProcessIsComplete() {
    Header now = Header.now("9", RunOptions.NONE);
    assertThat(now.java()).startsWith(System.getProperty("java.runtime.version"));
    assertThat(now.os()).contains(System.getProperty("os.arch"));
    assertThat(now.cores()).isPositive();
  }
}
