/**
 * Conscrypt's {@link javax.net.ssl.SSLEngine}. Classes that Conscrypt may lack at run time are
 * touched only behind {@code ConscryptLibrary}. Start with {@link
 * dev.lockjaw.transport.conscrypt.ConscryptTransport}.
 */
package dev.lockjaw.transport.conscrypt;
