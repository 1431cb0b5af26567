package dev.lockjaw.result;

import java.util.Locale;
import org.apiguardian.api.API;

/** What a finding says of the run in which it was found. */
@API(status = API.Status.STABLE)
public enum Confidence {
  HAPPENED("It happened in this run."),
  CAN_HAPPEN("It did not happen in this run, but it can.");

  private final String sentence;

  Confidence(String sentence) {
    this.sentence = sentence;
  }

  /** The name in results, such as {@code can-happen}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same as a sentence. */
  public String sentence() {
    return sentence;
  }
}
