/**
 * A WebSocket layer over a session, with ping, pong and a send lock of its own, as in
 * libdatachannel. It knows sessions and no TLS stack. Start with {@link
 * dev.lockjaw.websocket.WebSocket}.
 */
@Shown
package dev.lockjaw.websocket;

import dev.lockjaw.mark.Shown;
