/**
 * The system's OpenSSL 3, through JNA. Classes named after a library have its functions under their
 * own names. What it shares with mbedTLS is in {@code transport.jna}. Start with {@link
 * dev.lockjaw.transport.openssl.OpenSslTransport}.
 */
package dev.lockjaw.transport.openssl;
