package dev.lockjaw.woven.chance;

import java.util.Date;

/** A date that is now by the clock of a run, where it is made in one. */
@SuppressWarnings("deprecation") // woven code may use any constructor
public final class WovenDate extends Date {
  private static final long serialVersionUID = 1L;

  public WovenDate() {
    super(new WovenClock(java.time.ZoneOffset.UTC).millis());
  }

  public WovenDate(long millis) {
    super(millis);
  }

  public WovenDate(int year, int month, int day) {
    super(year, month, day);
  }

  public WovenDate(int year, int month, int day, int hour, int minute) {
    super(year, month, day, hour, minute);
  }

  public WovenDate(int year, int month, int day, int hour, int minute, int second) {
    super(year, month, day, hour, minute, second);
  }

  public WovenDate(String text) {
    super(text);
  }
}
