/**
 * What a watched program did, as events: locks taken and released, TLS calls, blocked I/O. Each
 * watched process writes a log of fixed size, which is read while it grows and which survives the
 * process. This package knows nothing else of Lockjaw, so that an agent can carry it. Start with
 * {@link dev.lockjaw.watch.event.Event} and {@link dev.lockjaw.watch.event.Layout}.
 */
package dev.lockjaw.watch.event;
