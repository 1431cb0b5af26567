package dev.lockjaw.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An interleaving, as the decisions at which it left the default. By default the actor that moved
 * last continues, or if it cannot, the actor with the lowest id moves.
 *
 * @param deviations in ascending order of decision
 */
public record Schedule(List<Deviation> deviations) {
  /** The schedule that never leaves the default. */
  public static final Schedule DEFAULT = new Schedule(List.of());

  private static final String NONE = "0";

  /**
   * A decision at which another actor moved than the default one.
   *
   * @param decision the number of the decision in its run, from 0
   * @param actor the id of the actor that moved
   */
  public record Deviation(int decision, int actor) {}

  public Schedule {
    deviations = List.copyOf(deviations);
  }

  /** As text, such as {@code 4.1_9.0}. */
  public String text() {
    if (deviations.isEmpty()) {
      return NONE;
    }
    StringBuilder text = new StringBuilder();
    for (Deviation deviation : deviations) {
      text.append(text.isEmpty() ? "" : "_")
          .append(deviation.decision())
          .append('.')
          .append(deviation.actor());
    }
    return text.toString();
  }

  /** Reads the result of {@link #text}; empty if the text is something else. */
  public static Optional<Schedule> parse(String text) {
    if (text.equals(NONE)) {
      return Optional.of(DEFAULT);
    }
    if (!text.matches("\\d{1,9}\\.\\d{1,3}(_\\d{1,9}\\.\\d{1,3})*")) {
      return Optional.empty();
    }
    List<Deviation> deviations = new ArrayList<>();
    int last = -1;
    for (String part : text.split("_")) {
      String[] numbers = part.split("\\.");
      Deviation deviation =
          new Deviation(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
      if (deviation.decision() <= last) {
        return Optional.empty();
      }
      last = deviation.decision();
      deviations.add(deviation);
    }
    return Optional.of(new Schedule(deviations));
  }

  /** The id of the actor that moves by default. */
  public static int byDefault(int current, int[] enabled) {
    return current >= 0 ? current : enabled[0];
  }
}
