/**
 * TLS stacks behind {@link javax.net.ssl.SSLEngine}: the JDK's and Bouncy Castle's. It adds no lock
 * and no check. Start with {@code EngineEndpoint}.
 */
package dev.lockjaw.transport.jsse;
