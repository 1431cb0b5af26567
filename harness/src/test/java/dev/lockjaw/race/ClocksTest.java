package dev.lockjaw.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random traces: the first race on each variable that the clocks find is the first that there is by
 * definition, two accesses of which neither reaches the other in the graph of all edges.
 */
class ClocksTest {
  private static final int THREADS = 4;
  private static final int OBJECTS = 3;
  private static final int VARIABLES = 3;
  private static final int ELEMENTS = 2;

  private enum Does {
    READ,
    WRITE,
    READ_ELEMENT,
    WRITE_ELEMENT,
    READ_ALL,
    WRITE_ALL,
    ACQUIRE,
    RELEASE,
    ACQUIRE_ALONE,
    RELEASE_SHARED,
    PUBLISH
  }

  private record Event(int thread, Does does, int on) {
    boolean writes() {
      return does == Does.WRITE || does == Does.WRITE_ELEMENT || does == Does.WRITE_ALL;
    }

    /** Which variables it accesses: plain ones come first, then elements of an array. */
    List<Integer> variables() {
      return switch (does) {
        case READ, WRITE -> List.of(on);
        case READ_ELEMENT, WRITE_ELEMENT -> List.of(VARIABLES + on % ELEMENTS);
        case READ_ALL, WRITE_ALL -> List.of(VARIABLES, VARIABLES + 1);
        default -> List.of();
      };
    }

    /** Whether a later event learns of this one, given that both are on the same object. */
    boolean handsOverTo(Event later) {
      if (does == Does.PUBLISH) {
        return true;
      }
      if (on != later.on) {
        return false;
      }
      return does == Does.RELEASE
              && (later.does == Does.ACQUIRE || later.does == Does.ACQUIRE_ALONE)
          || does == Does.RELEASE_SHARED && later.does == Does.ACQUIRE_ALONE;
    }
  }

  private static List<Event> trace(Random random) {
    List<Event> trace = new ArrayList<>();
    int length = 5 + random.nextInt(60);
    Does[] all = Does.values();
    for (int i = 0; i < length; i++) {
      // accesses and edges in different shares, and publications seldom
      boolean access = random.nextInt(10) < 3 + random.nextInt(4);
      Does does =
          access
              ? all[random.nextInt(Does.ACQUIRE.ordinal())]
              : random.nextInt(60) == 0
                  ? Does.PUBLISH
                  : all[Does.ACQUIRE.ordinal() + random.nextInt(4)];
      trace.add(new Event(random.nextInt(THREADS), does, random.nextInt(OBJECTS)));
    }
    return trace;
  }

  /** For each variable, the place of the first access that an earlier one is in no order with. */
  private static Map<Integer, Integer> byDefinition(List<Event> trace) {
    Map<Integer, Integer> first = new HashMap<>();
    List<BitSet> before = new ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      Event event = trace.get(i);
      BitSet mine = new BitSet();
      for (int j = 0; j < i; j++) {
        if (trace.get(j).thread() == event.thread() || trace.get(j).handsOverTo(event)) {
          mine.set(j);
          mine.or(before.get(j));
        }
      }
      before.add(mine);
      for (int j = 0; j < i; j++) {
        Event earlier = trace.get(j);
        if (!mine.get(j) && (earlier.writes() || event.writes())) {
          for (int variable : event.variables()) {
            if (earlier.variables().contains(variable)) {
              first.putIfAbsent(variable, i);
            }
          }
        }
      }
    }
    return first;
  }

  /** The same by the clocks, with the array as a whole where all of it is accessed. */
  private static Map<Integer, Integer> byClocks(List<Event> trace) {
    Clocks clocks = new Clocks();
    Handover published = new Handover();
    Handover[] objects = new Handover[OBJECTS];
    Variable[] variables = new Variable[VARIABLES];
    Elements elements = new Elements();
    for (int i = 0; i < OBJECTS; i++) {
      objects[i] = new Handover();
      variables[i] = new Variable();
    }
    for (int thread = 0; thread < THREADS; thread++) {
      clocks.of(thread);
    }
    Map<Integer, Integer> first = new HashMap<>();
    for (int i = 0; i < trace.size(); i++) {
      Event event = trace.get(i);
      int thread = event.thread();
      VectorClock now = clocks.of(thread);
      boolean writes = event.writes();
      Access access = new Access(thread, "", null, writes, List.of(), List.of());
      switch (event.does()) {
        case ACQUIRE -> clocks.acquire(thread, objects[event.on()]);
        case RELEASE -> clocks.release(thread, objects[event.on()]);
        case ACQUIRE_ALONE -> {
          clocks.acquire(thread, objects[event.on()]);
          clocks.acquireShared(thread, objects[event.on()]);
        }
        case RELEASE_SHARED -> clocks.releaseShared(thread, objects[event.on()]);
        case PUBLISH -> clocks.publish(thread, published);
        case READ, WRITE -> {
          Variable variable = variables[event.on()];
          if (variable.has(thread, now, writes)) {
            continue;
          }
          if (variable.conflict(now, writes) != null) {
            first.putIfAbsent(event.on(), i);
          }
          variable.add(access, now);
        }
        case READ_ELEMENT, WRITE_ELEMENT -> {
          Variable variable = elements.at(event.on() % ELEMENTS);
          if (variable.conflict(now, writes) != null
              || elements.all().conflict(now, writes) != null) {
            first.putIfAbsent(VARIABLES + event.on() % ELEMENTS, i);
          }
          variable.add(access, now);
        }
        case READ_ALL, WRITE_ALL -> {
          for (int j = 0; j < ELEMENTS; j++) {
            if (elements.at(j).conflict(now, writes) != null
                || elements.all().conflict(now, writes) != null) {
              first.putIfAbsent(VARIABLES + j, i);
            }
          }
          assertThat(elements.conflict(now, writes) != null)
              .isEqualTo(
                  elements.at(0).conflict(now, writes) != null
                      || elements.at(1).conflict(now, writes) != null
                      || elements.all().conflict(now, writes) != null);
          elements.all().add(access, now);
        }
      }
    }
    return first;
  }

  @Test
  void theFirstRaceOnEachVariableIsFoundWhereItIs() {
    int racing = 0;
    int silent = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      List<Event> trace = trace(new Random(seed));
      Map<Integer, Integer> expected = byDefinition(trace);
      assertThat(byClocks(trace)).as("seed %d: %s", seed, trace).isEqualTo(expected);
      racing += expected.size();
      silent += VARIABLES + ELEMENTS - expected.size();
    }
    assertThat(racing).isGreaterThan(1000);
    assertThat(silent).isGreaterThan(1000);
  }
}
