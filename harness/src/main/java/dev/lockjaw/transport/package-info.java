/**
 * What a TLS stack is to Lockjaw: an endpoint over I/O callbacks, with a thread contract. Each
 * stack has a package of its own below this one. Start with {@link
 * dev.lockjaw.transport.Transport}.
 */
@Shown
package dev.lockjaw.transport;

import dev.lockjaw.mark.Shown;
