package dev.lockjaw.reports.text;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast the cells of one transport ran.
 *
 * @param transport its name, or {@code total}
 * @param elapsedMs milliseconds, summed over cells, whatever ran beside them
 * @param connectMs the part of that spent on making and establishing sessions
 */
public record Throughput(
    String transport, int cells, long schedules, long races, double elapsedMs, double connectMs) {

  /** One for each transport, in the order of the cells; transports without a run are left out. */
  public static List<Throughput> of(List<CellLine> cells) {
    Map<String, Throughput> byTransport = new LinkedHashMap<>();
    for (CellLine cell : cells) {
      if (cell.result().counts().schedules() > 0) {
        byTransport.merge(cell.result().id().transport(), of(cell), Throughput::plus);
      }
    }
    return List.copyOf(byTransport.values());
  }

  /** The sum of all parts. */
  static Throughput total(List<Throughput> parts) {
    return parts.stream().reduce(new Throughput("total", 0, 0, 0, 0, 0), Throughput::plus);
  }

  private static Throughput of(CellLine cell) {
    return new Throughput(
        Text.clean(cell.result().id().transport()),
        1,
        cell.result().counts().schedules(),
        cell.result().counts().races(),
        cell.result().times().elapsedMs(),
        cell.result().times().connectMs());
  }

  private Throughput plus(Throughput other) {
    return new Throughput(
        transport,
        cells + other.cells,
        schedules + other.schedules,
        races + other.races,
        elapsedMs + other.elapsedMs,
        connectMs + other.connectMs);
  }

  /** Interleavings per second of one job. */
  public double perSecond() {
    return elapsedMs > 0 ? schedules * 1000 / elapsedMs : 0;
  }

  /** The share of the time spent on making and establishing sessions, from 0 to 1. */
  public double handshakeShare() {
    return elapsedMs > 0 ? connectMs / elapsedMs : 0;
  }

  /** The interleavings per second if a job only made and established sessions. */
  public double bound() {
    return connectMs > 0 ? schedules * 1000 / connectMs : 0;
  }

  /** The columns of a table of stress. */
  List<String> columnsOfStress() {
    return List.of(
        transport,
        String.format(Locale.ROOT, "%,d", cells),
        String.format(Locale.ROOT, "%,d", schedules),
        String.format(Locale.ROOT, "%,.0f", perSecond()),
        String.format(Locale.ROOT, "%,d", races),
        String.format(Locale.ROOT, "%.0f %%", handshakeShare() * 100),
        String.format(Locale.ROOT, "%,.0f", bound()));
  }

  /** The columns of a table of exploration. */
  List<String> columns() {
    return List.of(
        transport,
        String.format(Locale.ROOT, "%,d", cells),
        String.format(Locale.ROOT, "%,d", schedules),
        String.format(Locale.ROOT, "%,.0f", perSecond()),
        String.format(Locale.ROOT, "%.0f %%", handshakeShare() * 100));
  }
}
