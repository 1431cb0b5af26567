/**
 * The system's mbedTLS 2.28, through JNA. Classes named after a library have its functions under
 * their own names. What it shares with OpenSSL is in {@code transport.jna}. Start with {@link
 * dev.lockjaw.transport.mbedtls.MbedTlsTransport}.
 */
package dev.lockjaw.transport.mbedtls;
