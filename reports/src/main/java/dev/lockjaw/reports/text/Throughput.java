package dev.lockjaw.reports.text;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast cells of one transport were run.
 *
 * @param transport its name, or {@code total}
 * @param elapsedMs summed over cells, whatever was run beside them
 * @param connectMs of that, the time spent making and establishing sessions
 */
public record Throughput(
    String transport, int cells, long schedules, long races, double elapsedMs, double connectMs) {

  /** By transport, in the order of the cells, without those of which nothing was run. */
  public static List<Throughput> of(List<CellLine> cells) {
    Map<String, Throughput> byTransport = new LinkedHashMap<>();
    for (CellLine cell : cells) {
      if (cell.result().counts().schedules() > 0) {
        byTransport.merge(cell.result().id().transport(), of(cell), Throughput::plus);
      }
    }
    return List.copyOf(byTransport.values());
  }

  /** Of all together. */
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

  /** Interleavings a second of one job. */
  public double perSecond() {
    return elapsedMs > 0 ? schedules * 1000 / elapsedMs : 0;
  }

  /** The part of the time that making and establishing sessions took, from 0 to 1. */
  public double handshakeShare() {
    return elapsedMs > 0 ? connectMs / elapsedMs : 0;
  }

  /** Interleavings a second of one job that did nothing but make and establish their sessions. */
  public double bound() {
    return connectMs > 0 ? schedules * 1000 / connectMs : 0;
  }

  /** As the columns of a table of what ran free. */
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

  /** As the columns of a table. */
  List<String> columns() {
    return List.of(
        transport,
        String.format(Locale.ROOT, "%,d", cells),
        String.format(Locale.ROOT, "%,d", schedules),
        String.format(Locale.ROOT, "%,.0f", perSecond()),
        String.format(Locale.ROOT, "%.0f %%", handshakeShare() * 100));
  }
}
