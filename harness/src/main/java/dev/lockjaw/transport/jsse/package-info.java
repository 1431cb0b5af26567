/**
 * TLS stacks behind {@link javax.net.ssl.SSLEngine}: the JDK's and Bouncy Castle's. It adds no lock
 * and no check, so that a stack fails as it fails in the field. Engines with native code have
 * packages of their own. Start with {@code EngineEndpoint}.
 */
package dev.lockjaw.transport.jsse;
