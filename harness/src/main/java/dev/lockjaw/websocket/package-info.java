/**
 * A WebSocket layer over a session, with ping, pong and a send lock of its own. Start with {@link
 * dev.lockjaw.websocket.WebSocket}.
 */
@Shown
package dev.lockjaw.websocket;

import dev.lockjaw.mark.Shown;
