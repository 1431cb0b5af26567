/**
 * Bouncy Castle's low-level TLS. It adds no lock and no check, so that the stack fails as it fails
 * in the field. Its engine, {@code bcjsse}, is in {@code transport.jsse}. Start with {@link
 * dev.lockjaw.transport.bc.BouncyCastleTransport}.
 */
package dev.lockjaw.transport.bc;
