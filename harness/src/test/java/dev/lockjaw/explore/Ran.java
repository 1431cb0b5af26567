package dev.lockjaw.explore;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Explorer;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.sync.MutexKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one interleaving of a toy came to. */
public record Ran(
    Schedule schedule,
    int preemptions,
    List<Step> steps,
    List<Sighting> sightings,
    boolean complete,
    String finalState) {

  public static Ran run(Toy toy, ActorThreads workers, Chooser chooser, boolean recording) {
    return run(toy, workers, chooser, recording, MutexKind.JVM);
  }

  public static Ran run(
      Toy toy, ActorThreads workers, Chooser chooser, boolean recording, MutexKind mutexes) {
    try (ControlledRun run = new ControlledRun(workers, recording, mutexes)) {
      var state = toy.arrange(run);
      run.execute(chooser);
      return new Ran(
          chooser instanceof Explorer explorer ? explorer.schedule() : null,
          chooser instanceof Explorer explorer ? explorer.preemptions() : -1,
          run.interleaving(run.steps()),
          run.findings().sightings(),
          run.complete(),
          state.get());
    }
  }

  public Set<FindingKind> kinds() {
    return sightings.stream().map(Sighting::kind).collect(Collectors.toSet());
  }

  /** The final state and what was found, as one text. */
  public String outcome() {
    Set<String> faults = new TreeSet<>();
    sightings.forEach(sighting -> faults.add(sighting.signature()));
    return finalState + ' ' + faults + (complete ? "" : " incomplete");
  }
}
