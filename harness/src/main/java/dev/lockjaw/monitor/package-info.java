/**
 * The oracles that watch calls and locks, and the findings they report. They know no thread
 * scheduling: the explorer and stress feed them alike. Start with {@link
 * dev.lockjaw.monitor.ContractMonitor} and {@link dev.lockjaw.monitor.LockGraph}.
 */
@Machinery
package dev.lockjaw.monitor;

import dev.lockjaw.mark.Machinery;
