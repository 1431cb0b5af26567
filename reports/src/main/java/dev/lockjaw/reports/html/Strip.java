package dev.lockjaw.reports.html;

import java.util.Locale;

/**
 * A plot in a row of a table. Rows that share an axis make one plot. The numbers stand beside it,
 * so it is hidden from screen readers. It is as wide as the column. Marks differ in form, not only
 * in colour.
 */
public final class Strip {
  private static final int HEIGHT = 26;
  private static final int MIDDLE = HEIGHT / 2;
  private static final double MARGIN = 0.04;

  /** The mark of a value. */
  public enum Mark {
    DISC("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"),
    RING("M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"),
    DIAMOND("M0-6l5 6l-5 6l-5-6z"),
    SQUARE("M-4.5-4.5h9v9h-9z"),
    END("M0-7v14");

    private final String path;

    Mark(String path) {
      this.path = path;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Markup html;
  private final LogAxis axis;

  private Strip(Markup html, LogAxis axis) {
    this.html = html;
    this.axis = axis;
  }

  /** Opens a strip inside the open element. */
  public static Strip open(Markup html, LogAxis axis) {
    html.open("svg", "class", "strip", "height", "" + HEIGHT, "aria-hidden", "true");
    Strip strip = new Strip(html, axis);
    axis.ticks().forEach(tick -> strip.vertical("grid", tick));
    return strip;
  }

  /** The axis alone, for the row above the strips. */
  public static void axis(Markup html, LogAxis axis) {
    html.open("svg", "class", "strip axis", "height", "18", "aria-hidden", "true");
    for (double tick : axis.ticks()) {
      html.element("text", LogAxis.label(tick), "x", x(axis, tick), "y", "13");
    }
    html.close();
  }

  /** A mark in a line of text, for a legend. */
  public static void key(Markup html, Mark mark) {
    html.open("svg", "class", "strip key", "width", "16", "height", "16", "aria-hidden", "true");
    html.open("svg", "x", "8", "y", "8", "overflow", "visible");
    html.open("path", "class", "mark " + mark.id(), "d", mark.path).close().close().close();
  }

  /** A vertical line through the whole plot, as a reference for the values. */
  public Strip line(double value) {
    return vertical("control", value);
  }

  private Strip vertical(String what, double value) {
    String x = x(axis, value);
    html.open("line", "class", what, "x1", x, "x2", x, "y1", "0", "y2", "" + HEIGHT).close();
    return this;
  }

  /** A range, cut at the ends of the axis. */
  public Strip range(String what, double from, double to) {
    String y = "" + MIDDLE;
    html.open("line", "class", what, "x1", x(axis, from), "x2", x(axis, to), "y1", y, "y2", y);
    html.close();
    return this;
  }

  public Strip mark(Mark mark, double value) {
    html.open("svg", "x", x(axis, value), "y", "" + MIDDLE, "overflow", "visible");
    html.open("path", "class", "mark " + mark.id(), "d", mark.path).close().close();
    return this;
  }

  public void close() {
    html.close();
  }

  private static String x(LogAxis axis, double value) {
    double share = MARGIN + axis.share(value) * (1 - 2 * MARGIN);
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }
}
