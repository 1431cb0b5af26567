/**
 * A TLS engine whose calls go through a door, for the explorer or for the probe. Start with {@link
 * dev.lockjaw.engine.ProbedEngine}.
 */
@Machinery
package dev.lockjaw.engine;

import dev.lockjaw.mark.Machinery;
