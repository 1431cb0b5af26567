package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a {@link Lockjaw} annotation comes to, given what is on the class path. */
record Settings(Lockjaw asked, Registry registry, Protocol protocol, long nanosForAll) {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m)");

  /** What is explored in one test. */
  record Place(Scenario scenario, Transport transport) {}

  static Settings of(Class<?> type) {
    Lockjaw asked =
        AnnotationSupport.findAnnotation(type, Lockjaw.class)
            .orElseThrow(() -> wrong(type.getName() + " lacks the annotation @Lockjaw"));
    Registry registry = Registry.load(type.getClassLoader());
    if (registry.scenarios().isEmpty()) {
      throw wrong("no scenario is on the class path; add dev.lockjaw:lockjaw-junit in test scope");
    }
    if (asked.preemptions() < 0) {
      throw wrong("preemptions = " + asked.preemptions() + " is out of range; it begins at 0");
    }
    return new Settings(asked, registry, protocol(asked.protocol()), nanos(asked.budget()));
  }

  /** Never empty. */
  List<Place> places() {
    List<Transport> transports =
        named("transport", asked.transports(), registry.transports(), Transport::id);
    return named("scenario", asked.scenarios(), registry.scenarios(), Scenario::id).stream()
        .flatMap(scenario -> transports.stream().map(on -> new Place(scenario, on)))
        .toList();
  }

  CellResult explore(SessionAdapter adapter, Place place) throws InterruptedException {
    long share =
        nanosForAll == Long.MAX_VALUE
            ? Long.MAX_VALUE
            : System.nanoTime() + nanosForAll / places().size();
    SessionAdapter woven = Weaves.of(adapter);
    Cell cell = Cell.of(place.scenario(), woven, place.transport(), protocol);
    CellResult result =
        SingleCell.explore(
            cell, new Limits(Mode.EXPLORE, asked.preemptions(), true, share, false, 0));
    Weaves.check(woven);
    return result;
  }

  CellResult explore(SessionAdapter adapter, String scenario) throws InterruptedException {
    Scenario one =
        named("scenario", new String[] {scenario}, registry.scenarios(), Scenario::id).get(0);
    Transport transport =
        named("transport", asked.transports(), registry.transports(), Transport::id).get(0);
    return explore(adapter, new Place(one, transport));
  }

  private static <T> List<T> named(
      String what, String[] patterns, List<T> all, java.util.function.Function<T, String> id) {
    return Stream.of(patterns)
        .flatMap(pattern -> matching(what, pattern, all, id).stream())
        .distinct()
        .sorted(java.util.Comparator.comparingInt(all::indexOf))
        .toList();
  }

  private static <T> List<T> matching(
      String what, String pattern, List<T> all, java.util.function.Function<T, String> id) {
    Pattern regex = Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
    List<T> matching = all.stream().filter(one -> regex.matcher(id.apply(one)).matches()).toList();
    if (matching.isEmpty()) {
      throw wrong(
          "no "
              + what
              + " matches '"
              + pattern
              + "'; there are "
              + String.join(", ", all.stream().map(id).toList()));
    }
    return matching;
  }

  static Protocol protocol(String id) {
    Optional<Protocol> named =
        Stream.of(Protocol.values()).filter(protocol -> protocol.id().equals(id)).findFirst();
    return named.orElseThrow(
        () -> wrong("no protocol is named '" + id + "'; there are tls1.2 and tls1.3"));
  }

  private static long nanos(String budget) {
    if (budget.isEmpty()) {
      return Long.MAX_VALUE;
    }
    Matcher time = TIME.matcher(budget.strip());
    if (!time.matches()) {
      throw wrong("budget = '" + budget + "' is not a time such as 500ms, 60s or 5m");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> number * 1_000_000;
      case "s" -> number * 1_000_000_000;
      default -> number * 60_000_000_000L;
    };
  }

  static ExtensionConfigurationException wrong(String what) {
    return new ExtensionConfigurationException(what);
  }
}
