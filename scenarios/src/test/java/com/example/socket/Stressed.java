package com.example.socket;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.RunControl;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Protocol;
import java.util.concurrent.atomic.AtomicLong;

/** Cells whose threads run free. */
final class Stressed {
  private Stressed() {}

  static CellResult cell(String scenario, SessionAdapter sessions, int iterations, long seed)
      throws Exception {
    Registry registry = Registry.load(Stressed.class.getClassLoader());
    Cell cell =
        Cell.of(
            registry.scenarios().stream()
                .filter(one -> one.id().equals(scenario))
                .findFirst()
                .orElseThrow(),
            sessions,
            registry.transports().stream()
                .filter(one -> one.id().equals("jsse"))
                .findFirst()
                .orElseThrow(),
            Protocol.TLS_1_2);
    AtomicLong ran = new AtomicLong();
    RunControl enough =
        new RunControl() {
          @Override
          public boolean cancelled() {
            return ran.get() >= iterations;
          }

          @Override
          public void ran(long more) {
            ran.addAndGet(more);
          }
        };
    Limits limits = new Limits(Mode.STRESS, 0, false, Long.MAX_VALUE, false, seed);
    try (InThisJvm runner = new InThisJvm()) {
      return runner.run(cell, () -> limits, enough);
    }
  }

  /** Runs one iteration after another until one shows something, as most do. */
  static CellResult untilFound(String scenario, SessionAdapter sessions) throws Exception {
    for (int seed = 0; seed < 200; seed++) {
      CellResult result = cell(scenario, sessions, 1, seed);
      if (!result.findings().isEmpty()) {
        return result;
      }
    }
    throw new AssertionError("200 iterations found nothing");
  }
}
