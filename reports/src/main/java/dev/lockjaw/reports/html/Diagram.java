package dev.lockjaw.reports.html;

import dev.lockjaw.result.Act;
import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An interleaving as a sequence diagram: a lane for each thread, the steps, and spans that last
 * longer than a step. Texts come unchanged from the steps, so they are not safe to show.
 *
 * @param lanes the threads, in the order in which they first moved
 * @param steps the steps to show; where some are left out, a row without a lane gives their number
 * @param requests requests for locks that another thread holds
 */
record Diagram(List<String> lanes, List<Row> steps, List<Span> spans, List<Request> requests) {
  /** Most steps shown; a longer interleaving loses its middle. */
  private static final int MOST = 240;

  private static final int OPENING = 40;

  /** No lane. */
  static final int NONE = -1;

  /**
   * A step.
   *
   * @param number the step's number from 1; for a gap, the number of steps left out
   * @param at the line of the user's code, or null
   */
  record Row(int lane, int number, String action, StackTraceElement at) {}

  /** A step at which one lane asks for a lock that another lane holds. */
  record Request(int step, int lane, int holder) {}

  static Diagram of(List<Step> steps) {
    return of(steps, List.of());
  }

  /**
   * @param order steps of an interleaving whose lanes come in the same order
   */
  static Diagram of(List<Step> steps, List<Step> order) {
    Set<String> moving = steps.stream().map(Step::thread).collect(Collectors.toSet());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    order.stream()
        .map(Step::thread)
        .filter(moving::contains)
        .forEach(thread -> numbers.putIfAbsent(thread, numbers.size()));
    Map<Integer, Lane> lanes = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    List<Request> requests = new ArrayList<>();
    for (Step step : steps) {
      numbers.putIfAbsent(step.thread(), numbers.size());
      int number = numbers.get(step.thread());
      lanes.computeIfAbsent(number, Lane::new).step(rows.size(), step.act());
      Act act = step.act();
      if (act.kind() == Act.Kind.ASK) {
        for (String holder : act.holders()) {
          Integer other = numbers.get(holder);
          if (other != null && lanes.get(other).has(act.object())) {
            requests.add(new Request(rows.size(), number, other));
          }
        }
      }
      rows.add(new Row(number, rows.size() + 1, step.action(), act.at()));
    }
    List<Span> spans = new ArrayList<>();
    lanes.values().forEach(lane -> spans.addAll(lane.spans(rows.size() - 1)));
    return new Diagram(List.copyOf(numbers.keySet()), rows, spans, requests).shortened();
  }

  private Diagram shortened() {
    return without(OPENING, steps.size() - MOST);
  }

  /** What follows some of its first steps. */
  Diagram after(int first) {
    return without(0, first);
  }

  /** The row of a step with a number, or -1 if it is left out. */
  int row(int number) {
    return IntStream.range(0, steps.size())
        .filter(row -> steps.get(row).lane() != NONE && steps.get(row).number() == number)
        .findFirst()
        .orElse(-1);
  }

  /**
   * @param gap how many steps to leave out; nothing is left out for a single one
   */
  private Diagram without(int opening, int gap) {
    if (gap < 2) {
      return this;
    }
    List<Row> rows = new ArrayList<>(steps.subList(0, opening));
    rows.add(new Row(NONE, gap, gap + " steps", null));
    rows.addAll(steps.subList(opening + gap, steps.size()));
    List<Span> kept =
        spans.stream()
            .filter(span -> !(inside(span.from(), opening, gap) && inside(span.to(), opening, gap)))
            .map(
                span ->
                    new Span(
                        span.lane(),
                        span.kind(),
                        span.name(),
                        span.level(),
                        moved(span.from(), opening, gap),
                        moved(span.to(), opening, gap),
                        span.open()))
            .toList();
    List<Request> asked =
        requests.stream()
            .filter(ask -> !inside(ask.step(), opening, gap))
            .map(ask -> new Request(moved(ask.step(), opening, gap), ask.lane(), ask.holder()))
            .toList();
    return new Diagram(lanes, rows, kept, asked);
  }

  private static boolean inside(int step, int opening, int gap) {
    return step >= opening && step < opening + gap;
  }

  private static int moved(int step, int opening, int gap) {
    return step < opening ? step : inside(step, opening, gap) ? opening : step - gap + 1;
  }
}
