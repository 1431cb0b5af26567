package dev.lockjaw.reports.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.text.Legend;
import dev.lockjaw.reports.text.OutcomeCounts;
import dev.lockjaw.reports.text.Sheet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A run as a web page: the verdict, the matrices, and the full findings of each cell. It is one
 * file that needs no network and no server.
 *
 * <p>The matrices and a line for each finding are plain HTML. The details of a finding are kept as
 * JSON and rendered when the finding is opened, so a page with many cells loads at once.
 */
public final class HtmlReport {
  /** The file's name in the output directory. */
  public static final String NAME = "report.html";

  /** In ASCII, so that text with half a surrogate pair can be written too. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param cells the cells, in display order
   * @param wall how long the run took; zero if unknown
   * @param sources whose lines are shown where a stack names them
   */
  public static String of(
      Header header, List<CellLine> cells, Duration wall, Sources sources, ReplayLine replay) {
    Markup html = new Markup();
    new Overview(html).write(header, cells, wall);
    html.open("main").line();
    List<Section> sections = matrices(html, cells);
    FirstFindings.write(html, cells);
    TimesToFinding.write(html, cells);
    Speed.write(html, cells, wall);
    html.close();
    return Page.of("Lockjaw: " + title(cells), html.toString(), data(sections, replay, sources));
  }

  /**
   * A page about something else, such as a comparison, that shows the cells it rests on below, as
   * {@link #of} does.
   *
   * @param top writes the top of the page
   * @param middle writes the part above the cells
   */
  public static String of(
      String title,
      Consumer<Markup> top,
      Consumer<Markup> middle,
      List<CellLine> cells,
      ReplayLine replay) {
    Markup html = new Markup();
    top.accept(html);
    html.open("main").line();
    middle.accept(html);
    List<Section> sections = matrices(html, cells);
    html.close();
    return Page.of(title, html.toString(), data(sections, replay, Sources.NONE));
  }

  /** Writes the outcome of the cells; returns their sections. */
  private static List<Section> matrices(Markup html, List<CellLine> cells) {
    List<Section> sections = new ArrayList<>();
    html.open("section").element("h2", "Strategies and scenarios");
    FilterBar.write(html, cells);
    Section.Paths paths = new Section.Paths();
    for (Sheet sheet : Sheet.of(cells)) {
      Map<Sheet.Place, Section> some = Section.of(sheet, paths);
      new MatrixTable(html).write(sheet, some);
      sections.addAll(some.values());
    }
    legend(html, cells);
    html.close().line();
    List<Section> ordered = FindingList.order(sections);
    if (!ordered.isEmpty()) {
      html.open("section", "class", "findings").element("h2", "Findings");
      html.element(
          "button", "Open all", "type", "button", "id", "open-all", "aria-pressed", "false");
      html.line();
      FindingList.write(html, ordered);
      html.close().line();
    }
    return ordered;
  }

  private static String title(List<CellLine> cells) {
    return OverallVerdict.of(OutcomeCounts.of(cells)).sentence();
  }

  private static void legend(Markup html, List<CellLine> cells) {
    List<Legend.Entry> entries = Legend.of(cells);
    if (!entries.isEmpty()) {
      html.open("dl", "class", "legend");
      for (Legend.Entry entry : entries) {
        html.open("div").element("dt", entry.sign()).element("dd", entry.meaning()).close();
      }
      html.close();
    }
  }

  private static String data(List<Section> sections, ReplayLine replay, Sources sources) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    sections.forEach(section -> json.add(DetailsJson.write(section, replay, sources)));
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
