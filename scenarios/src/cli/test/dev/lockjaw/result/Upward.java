package dev.lockjaw.result;

import dev.lockjaw.run.Scenario;

/** Breaks the order of layers: results depend on nothing. */
public final class Upward {
  Scenario scenario;
}
