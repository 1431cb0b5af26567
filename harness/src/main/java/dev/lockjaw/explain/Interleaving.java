package dev.lockjaw.explain;

import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Steps of an interleaving, numbered, with a column for each thread. */
public final class Interleaving {
  /** Most steps shown; a longer interleaving loses its middle. */
  private static final int MOST = 120;

  private static final int OPENING = 20;

  /** The same of steps that stand beside an interleaving. */
  private static final int MOST_BESIDE = 8;

  private static final int OPENING_BESIDE = 5;

  private static final int GAP = 2;

  /** Narrowest readable column. */
  private static final int NARROWEST = 12;

  private static final String HERE = " <--" + Text.TIED + "here";

  private final List<Step> steps;
  private final int before;
  private final String end;
  private final int width;
  private final int numbers;
  private final List<String> threads;

  private Interleaving(List<Step> steps, Stream<Step> order, int before, String end, int width) {
    this.steps = steps;
    this.before = before;
    this.end = end;
    this.width = width;
    this.numbers = String.valueOf(before + steps.size()).length() + 1;
    Set<String> moving = names(steps.stream()).collect(Collectors.toSet());
    this.threads = names(order).distinct().filter(moving::contains).toList();
  }

  private static Stream<String> names(Stream<Step> steps) {
    return steps.map(step -> Text.clean(step.thread()));
  }

  /** All steps; the last is where it fails. */
  public static List<String> lines(List<Step> steps, int width) {
    return new Interleaving(steps, steps.stream(), 0, HERE, width).lines(MOST, OPENING);
  }

  /** A few steps that stand beside an interleaving, with its columns in the same order. */
  static List<String> beside(List<Step> interleaving, Passing passing, int width) {
    Stream<Step> order = Stream.concat(interleaving.stream(), passing.steps().stream());
    return new Interleaving(passing.steps(), order, passing.same(), "", width)
        .lines(MOST_BESIDE, OPENING_BESIDE);
  }

  private List<String> lines(int most, int opening) {
    int room = width - numbers - GAP * threads.size();
    int[] widths = room / threads.size() < NARROWEST ? null : widths(room);
    List<String> lines = new ArrayList<>();
    if (widths != null) {
      lines.add(heading(widths));
    }
    int skip = steps.size() > most + 1 ? steps.size() - most : 0;
    for (int i = 0; i < steps.size(); i++) {
      if (skip > 0 && i == opening) {
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
    return Text.right((before + index + 1) + ".", numbers);
  }

  private String action(int index) {
    String action = Text.clean(steps.get(index).action());
    return index == steps.size() - 1 ? action + end : action;
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
