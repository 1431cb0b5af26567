package dev.lockjaw.transport;

/**
 * An endpoint that can say whether its session may serve another run. BoringSSL's can't: in a later
 * run, a blocked write of its sessions takes other steps than in the first one.
 */
public interface Reusable {
  /**
   * Whether the session is as its handshake left it, except for its sequence numbers: open, with
   * its first keys, and with nothing kept, neither input nor output. No thread may be inside.
   */
  boolean unhurt();
}
