package dev.lockjaw.explain;

import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of an interleaving, numbered, with a column for each thread. */
public final class Interleaving {
  /** Most steps shown; a longer interleaving loses its middle. */
  private static final int MOST = 120;

  private static final int OPENING = 20;
  private static final int GAP = 2;

  /** Narrowest readable column. */
  private static final int NARROWEST = 12;

  private static final String HERE = " <--" + Text.TIED + "here";

  private final List<Step> steps;
  private final int width;
  private final int numbers;
  private final List<String> threads;

  private Interleaving(List<Step> steps, int width) {
    this.steps = steps;
    this.width = width;
    this.numbers = String.valueOf(steps.size()).length() + 1;
    this.threads = steps.stream().map(step -> Text.clean(step.thread())).distinct().toList();
  }

  public static List<String> lines(List<Step> steps, int width) {
    return new Interleaving(steps, width).lines();
  }

  private List<String> lines() {
    int room = width - numbers - GAP * threads.size();
    int[] widths = room / threads.size() < NARROWEST ? null : widths(room);
    List<String> lines = new ArrayList<>();
    if (widths != null) {
      lines.add(heading(widths));
    }
    int skip = steps.size() > MOST ? steps.size() - MOST : 0;
    for (int i = 0; i < steps.size(); i++) {
      if (skip > 0 && i == OPENING) {
        lines.addAll(
            Text.hang(" ".repeat(numbers + GAP), "... " + skip + " steps left out ...", width));
        i += skip;
      }
      lines.addAll(widths == null ? inWords(i) : inColumns(i, widths));
    }
    return lines;
  }

  private String heading(int[] widths) {
    StringBuilder heading = new StringBuilder(" ".repeat(numbers));
    for (int column = 0; column < widths.length; column++) {
      String name = Text.cut(threads.get(column), widths[column]);
      heading.append("  ").append(Text.pad(name, widths[column]));
    }
    return heading.toString().stripTrailing();
  }

  private List<String> inColumns(int index, int[] widths) {
    int column = threads.indexOf(Text.clean(steps.get(index).thread()));
    int before = numbers + GAP * (column + 1) + IntStream.of(widths).limit(column).sum();
    return Text.hang(Text.pad(number(index), before), action(index), before + widths[column]);
  }

  private List<String> inWords(int index) {
    return Text.hang(
        number(index) + "  ", Text.clean(steps.get(index).thread()) + ": " + action(index), width);
  }

  private String number(int index) {
    return Text.right((index + 1) + ".", numbers);
  }

  private String action(int index) {
    String action = Text.clean(steps.get(index).action());
    return index == steps.size() - 1 ? action + HERE : action;
  }

  /** The width of each thread's widest step. The widest columns shrink until all fit. */
  private int[] widths(int room) {
    int[] widths = new int[threads.size()];
    for (int i = 0; i < steps.size(); i++) {
      int column = threads.indexOf(Text.clean(steps.get(i).thread()));
      int wide = Math.max(Text.width(threads.get(column)), Text.width(action(i)));
      widths[column] = Math.min(room, Math.max(widths[column], wide));
    }
    while (IntStream.of(widths).sum() > room) {
      int widest = 0;
      for (int column = 1; column < widths.length; column++) {
        widest = widths[column] > widths[widest] ? column : widest;
      }
      widths[widest]--;
    }
    return widths;
  }
}
