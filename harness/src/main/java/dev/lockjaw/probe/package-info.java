/**
 * Watches the TLS engines and sockets of a library that makes its own threads. Start with {@link
 * dev.lockjaw.probe.Probe}.
 */
@Machinery
package dev.lockjaw.probe;

import dev.lockjaw.mark.Machinery;
