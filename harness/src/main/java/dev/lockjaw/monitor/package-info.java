/**
 * The oracles that watch calls and locks, and the findings they report. Start with {@link
 * dev.lockjaw.monitor.ContractMonitor} and {@link dev.lockjaw.monitor.LockGraph}.
 */
@Machinery
package dev.lockjaw.monitor;

import dev.lockjaw.mark.Machinery;
