/**
 * A TLS engine whose calls go through a door. The explorer and the probe each have a door of their
 * own; what they do at a call does not belong here. Start with {@link
 * dev.lockjaw.engine.ProbedEngine} and {@link dev.lockjaw.engine.Door}.
 */
@Machinery
package dev.lockjaw.engine;

import dev.lockjaw.mark.Machinery;
