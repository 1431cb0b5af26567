package dev.lockjaw.woven.chance;

import dev.lockjaw.woven.calls.Of;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The time of day, which on threads of a run is that of its clock. */
public final class ClockCalls {
  private ClockCalls() {}

  private static Clock here() {
    return new WovenClock(ZoneId.systemDefault());
  }

  @Of(Clock.class)
  public static Clock systemUTC(int site) {
    return new WovenClock(ZoneOffset.UTC);
  }

  @Of(Clock.class)
  public static Clock systemDefaultZone(int site) {
    return here();
  }

  @Of(Clock.class)
  public static Clock system(ZoneId zone, int site) {
    return new WovenClock(zone);
  }

  @Of(value = LocalDateTime.class, name = "now")
  public static LocalDateTime localDateTime(int site) {
    return LocalDateTime.now(here());
  }

  @Of(value = LocalDateTime.class, name = "now")
  public static LocalDateTime localDateTime(ZoneId zone, int site) {
    return LocalDateTime.now(new WovenClock(zone));
  }

  @Of(value = LocalDate.class, name = "now")
  public static LocalDate localDate(int site) {
    return LocalDate.now(here());
  }

  @Of(value = LocalDate.class, name = "now")
  public static LocalDate localDate(ZoneId zone, int site) {
    return LocalDate.now(new WovenClock(zone));
  }

  @Of(value = LocalTime.class, name = "now")
  public static LocalTime localTime(int site) {
    return LocalTime.now(here());
  }

  @Of(value = LocalTime.class, name = "now")
  public static LocalTime localTime(ZoneId zone, int site) {
    return LocalTime.now(new WovenClock(zone));
  }

  @Of(value = ZonedDateTime.class, name = "now")
  public static ZonedDateTime zonedDateTime(int site) {
    return ZonedDateTime.now(here());
  }

  @Of(value = ZonedDateTime.class, name = "now")
  public static ZonedDateTime zonedDateTime(ZoneId zone, int site) {
    return ZonedDateTime.now(new WovenClock(zone));
  }

  @Of(value = OffsetDateTime.class, name = "now")
  public static OffsetDateTime offsetDateTime(int site) {
    return OffsetDateTime.now(here());
  }

  @Of(value = OffsetDateTime.class, name = "now")
  public static OffsetDateTime offsetDateTime(ZoneId zone, int site) {
    return OffsetDateTime.now(new WovenClock(zone));
  }
}
