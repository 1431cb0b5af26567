package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.input.Choices;
import dev.lockjaw.input.Durations;
import dev.lockjaw.input.InputException;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Oracle;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The values of a {@link Lockjaw} annotation, resolved against the class path. */
record Settings(Lockjaw asked, Registry registry, Protocol protocol, Budget budget) {
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
    requireMode(asked);
    int tests = scenarios(asked, registry).size() * transports(asked, registry).size();
    return new Settings(
        asked, registry, protocol(asked.protocol()), new Budget(nanos(asked.budget()), tests));
  }

  private static void requireMode(Lockjaw asked) {
    if (asked.mode() != Mode.EXPLORE && asked.mode() != Mode.STRESS) {
      throw wrong("mode = " + asked.mode() + " is run by a tool of its own, not by a test");
    }
    if (asked.mode() == Mode.STRESS && asked.budget().isEmpty()) {
      throw wrong("mode = STRESS needs a budget, such as budget = \"30s\"");
    }
    if (asked.mode() == Mode.STRESS && asked.exhaustive()) {
      throw wrong("mode = STRESS is never exhaustive; leave out exhaustive = true");
    }
  }

  /** The kinds of findings that a class allows. */
  static Set<FindingKind> allowed(Class<?> type) {
    return AnnotationSupport.findAnnotation(type, Lockjaw.class)
        .map(asked -> Set.copyOf(List.of(asked.allow())))
        .orElse(Set.of());
  }

  /** Never empty. */
  List<Place> places() {
    List<Transport> transports = transports(asked, registry);
    return scenarios(asked, registry).stream()
        .flatMap(scenario -> transports.stream().map(on -> new Place(scenario, on)))
        .toList();
  }

  CellResult explore(SessionAdapter adapter, Place place) throws InterruptedException {
    long start = System.nanoTime();
    try {
      return explore(adapter, place, limits().within(budget.share()));
    } finally {
      budget.used(System.nanoTime() - start);
    }
  }

  private Limits limits() {
    return new Limits(asked.mode(), asked.preemptions(), true, Long.MAX_VALUE, false, 0);
  }

  private CellResult explore(SessionAdapter adapter, Place place, Limits limits)
      throws InterruptedException {
    if (asked.mode() == Mode.STRESS) {
      return SingleCell.explore(cell(adapter, place, registry.oracles()), limits);
    }
    Weaving weaving = Weaving.of(adapter.getClass());
    SessionAdapter copy = weaving.copy(adapter);
    SplitWitness split = new SplitWitness();
    CellResult result = explore(copy, place, limits, split);
    return copy == adapter || weaving.holds(result, split)
        ? result
        : explore(adapter, place, limits, split);
  }

  private CellResult explore(SessionAdapter sessions, Place place, Limits limits, Oracle witness)
      throws InterruptedException {
    List<Oracle> oracles = Stream.concat(registry.oracles().stream(), Stream.of(witness)).toList();
    return SingleCell.explore(cell(sessions, place, oracles), limits);
  }

  private Cell cell(SessionAdapter sessions, Place place, List<Oracle> oracles) {
    return Cell.of(place.scenario(), sessions, place.transport(), protocol)
        .judgedBy(oracles)
        .allowing(Set.copyOf(List.of(asked.allow())));
  }

  CellResult explore(SessionAdapter adapter, String scenario) throws InterruptedException {
    Scenario one = read(() -> scenarios(registry).named(scenario));
    return explore(adapter, new Place(one, transports(asked, registry).get(0)));
  }

  private static List<Scenario> scenarios(Lockjaw asked, Registry registry) {
    return read(() -> scenarios(registry).pick(List.of(asked.scenarios())));
  }

  private static List<Transport> transports(Lockjaw asked, Registry registry) {
    return read(() -> transports(registry).pick(List.of(asked.transports())));
  }

  /** Reads a user's text. A wrong one is a wrong configuration to JUnit. */
  static <T> T read(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (InputException wrong) {
      throw wrong(wrong.getMessage());
    }
  }

  static Choices<Scenario> scenarios(Registry registry) {
    return names("scenario", registry.scenarios(), Scenario::id);
  }

  static Choices<Transport> transports(Registry registry) {
    return names("transport", registry.transports(), Transport::id);
  }

  static Protocol protocol(String id) {
    return read(() -> names("protocol", List.of(Protocol.values()), Protocol::id).named(id));
  }

  private static <T> Choices<T> names(String what, List<T> all, Function<T, String> id) {
    String ids = String.join(", ", all.stream().map(id).toList());
    return new Choices<>(what, what + "s", all, id, "there are " + ids);
  }

  static long nanos(String budget) {
    return budget.isEmpty() ? Long.MAX_VALUE : read(() -> Durations.parse(budget)).toNanos();
  }

  static ExtensionConfigurationException wrong(String what) {
    return new ExtensionConfigurationException(what);
  }
}
