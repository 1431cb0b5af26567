/**
 * Watches the TLS engines and sockets of a library that makes its own threads. It schedules no
 * thread and replays nothing; it only adds small delays and looks for threads that are stuck. Start
 * with {@link dev.lockjaw.probe.Probe}.
 */
@Machinery
package dev.lockjaw.probe;

import dev.lockjaw.mark.Machinery;
