package dev.lockjaw.reports.html;

import dev.lockjaw.result.Act;
import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   */
  record Row(int lane, int number, String action) {}

  /** A step at which one lane asks for a lock that another lane holds. */
  record Request(int step, int lane, int holder) {}

  static Diagram of(List<Step> steps) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
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
      rows.add(new Row(number, rows.size() + 1, step.action()));
    }
    List<Span> spans = new ArrayList<>();
    lanes.values().forEach(lane -> spans.addAll(lane.spans(rows.size() - 1)));
    return new Diagram(List.copyOf(numbers.keySet()), rows, spans, requests).shortened();
  }

  private Diagram shortened() {
    int gap = steps.size() - MOST;
    if (gap < 2) {
      return this;
    }
    List<Row> rows = new ArrayList<>(steps.subList(0, OPENING));
    rows.add(new Row(NONE, gap, gap + " steps"));
    rows.addAll(steps.subList(OPENING + gap, steps.size()));
    List<Span> kept =
        spans.stream()
            .filter(span -> !(inside(span.from(), gap) && inside(span.to(), gap)))
            .map(
                span ->
                    new Span(
                        span.lane(),
                        span.kind(),
                        span.name(),
                        span.level(),
                        moved(span.from(), gap),
                        moved(span.to(), gap),
                        span.open()))
            .toList();
    List<Request> asked =
        requests.stream()
            .filter(ask -> !inside(ask.step(), gap))
            .map(ask -> new Request(moved(ask.step(), gap), ask.lane(), ask.holder()))
            .toList();
    return new Diagram(lanes, rows, kept, asked);
  }

  private static boolean inside(int step, int gap) {
    return step >= OPENING && step < OPENING + gap;
  }

  private static int moved(int step, int gap) {
    return step < OPENING ? step : inside(step, gap) ? OPENING : step - gap + 1;
  }
}
