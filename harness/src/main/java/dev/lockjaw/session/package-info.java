/**
 * The session that Lockjaw drives itself: a transport, a lock strategy and a receive callback, with
 * scheduling points in between. A user's own session is driven by {@code adapter}. Start with
 * {@link dev.lockjaw.session.Session}.
 */
@Shown
package dev.lockjaw.session;

import dev.lockjaw.mark.Shown;
