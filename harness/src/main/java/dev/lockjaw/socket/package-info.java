/**
 * Sockets and selectors over channels of a run. Where the bytes are, and how a thread waits for
 * them, the channels say: those of a network in memory, and those over a session's wire. Start with
 * {@link dev.lockjaw.socket.StreamChannel}.
 */
@Machinery
package dev.lockjaw.socket;

import dev.lockjaw.mark.Machinery;
